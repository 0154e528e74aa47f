import {
  execute,
  getVariableValues,
  GraphQLError,
  isEnumType,
  isNonNullType,
  Kind,
  type DocumentNode,
  type ExecutionResult,
  type FieldNode,
  type GraphQLSchema,
} from 'graphql';
import {
  canonicalOperation,
  conditionVariables,
  partsOf,
  type CanonicalOperation,
  type Deferral,
  type FieldPolicy,
} from './canonical.ts';
import { createFulfils, type Data, type Path } from './entities.ts';
import { SharedDocuments } from './documents.ts';
import { compilePlan, type Ask, type CompiledPlan, type EngineSubgraphRequest, type Execution } from './execute.ts';
import { PLAN_LIMITS, type PlanLimits } from './limits.ts';
import { describePlan, planOf, type Plan, type PlanDescription } from './plan.ts';
import { Planner } from './planner.ts';
import { AnswerProjection, type Flaw } from './projection.ts';
import { nameNode } from './selection.ts';
import { readSupergraph, type SupergraphModel } from './supergraphModel.ts';

export type { Ask, EngineSubgraphRequest } from './execute.ts';
export type { FieldPolicy } from './canonical.ts';

/** A client's operation, validated against the schema that clients see. */
export interface EngineRequest {
  document: DocumentNode;
  operationName?: string;
  variables?: Record<string, unknown>;
  /** Stands for the client's request; subgraphs are handed it. */
  context: object;
  /** What the caller may not have; left out: everything may be had. */
  policy?: FieldPolicy;
  /** Receives the plan that is executed. */
  planned?: (plan: PlanDescription) => void;
}

/** An operation that is planned, and not executed. */
export type PlanRequest = Omit<EngineRequest, 'context' | 'planned'> & {
  /** Decides which progressive overrides are on; left out: those of shares are drawn, and no others. */
  context?: object;
  incremental?: boolean;
};

/** A part of an answer that came later. */
export interface DeferredPart {
  path: Path;
  label?: string;
  data: Data | null;
  errors?: readonly GraphQLError[];
}

/** An answer in parts: the first, and those that follow as they are ready. */
export interface IncrementalResult {
  first: ExecutionResult;
  /** Null where nothing is left to come. */
  rest: AsyncGenerator<DeferredPart[]> | null;
}

/** Executes operations over a supergraph. */
export interface Engine {
  execute(request: EngineRequest): Promise<ExecutionResult>;
  /** Answers what is marked with `@defer` later than the rest. */
  executeIncrementally(request: EngineRequest): Promise<IncrementalResult>;
  /** Events of a subscription, each filled in from other subgraphs; or why there are none. */
  subscribe(request: EngineRequest): Promise<AsyncGenerator<ExecutionResult> | ExecutionResult>;
  /** What would be fetched, and in which order. @throws GraphQLError where it cannot be planned */
  describe(request: PlanRequest): PlanDescription;
  plan(request: PlanRequest): Plan;
}

export interface EngineOptions {
  /** The supergraph, parsed. */
  supergraph: DocumentNode;
  /** All of the supergraph, what clients may not see included. */
  schema: GraphQLSchema;
  /** What clients see of it. */
  apiSchema: GraphQLSchema;
  ask: Ask;
  /** Subscribes to a subgraph, by its name; left out: there are no subscriptions. */
  subscribe?: (subgraph: string, request: EngineSubgraphRequest) => Promise<AsyncIterable<ExecutionResult>>;
  limits?: Partial<PlanLimits>;
  /** Receives errors that clients are told nothing of. */
  report?: (error: unknown) => void;
  /** Whether the label of a progressive override is on, for labels that are no percentage. */
  isLabelOn?: (label: string, context: object) => boolean;
}

/** An operation under one combination of conditions, labels and rights, prepared. */
interface Prepared {
  operation: CanonicalOperation;
  plan: Plan;
  compiled: CompiledPlan;
  projection: AnswerProjection;
  /** What asks the schema about itself. */
  introspection: DocumentNode | null;
}

/** What is known of a document: kept for as long as it is. */
interface Known {
  parts: ReturnType<typeof partsOf>;
  conditions: string[];
  /** Variants, by what they depend on; an operation that cannot be planned is not tried again. */
  variants: Map<string, Prepared | GraphQLError>;
}

/** The engine over a supergraph. */
export function createEngine(options: EngineOptions): Engine {
  return new FederationEngine(options);
}

class FederationEngine implements Engine {
  private readonly options: EngineOptions;
  private readonly model: SupergraphModel;
  private readonly limits: PlanLimits;
  private readonly fulfils;
  private readonly known = new WeakMap<DocumentNode, Map<string, Known>>();
  private readonly documents = new SharedDocuments();
  /** What drops a variant, the oldest first; it keeps no document that nobody else keeps. */
  private readonly kept = new Set<() => void>();
  private readonly drops = new WeakMap<Prepared | GraphQLError, () => void>();

  constructor(options: EngineOptions) {
    this.options = options;
    this.model = readSupergraph(options.supergraph);
    this.limits = { ...PLAN_LIMITS, ...options.limits };
    this.fulfils = createFulfils(options.schema);
  }

  async execute(request: EngineRequest): Promise<ExecutionResult> {
    const begun = this.begin(request, false);
    if ('errors' in begun) return begun;
    const { prepared, execution } = begun;
    await prepared.compiled.start(execution).first;
    return this.finish(prepared, execution, request);
  }

  async executeIncrementally(request: EngineRequest): Promise<IncrementalResult> {
    const begun = this.begin(request, true);
    if ('errors' in begun) return { first: begun, rest: null };
    const { prepared, execution } = begun;
    const { first: firstDone, deferred } = prepared.compiled.start(execution);
    await firstDone;
    const first = this.finish(prepared, execution, request);
    const { deferrals } = prepared.operation;
    if (deferrals.length === 0 || !first.data) return { first, rest: null };
    return { first, rest: this.parts(prepared, execution, deferred, structuredClone(first.data) as Data) };
  }

  /** The deferred parts of an answer, as what they need is fetched; one within another comes after it. */
  private async *parts(
    prepared: Prepared,
    execution: Execution,
    deferred: ReadonlyMap<number, Promise<void>>,
    answer: Data,
  ) {
    const ready = new Map<Deferral, Promise<Deferral>>();
    for (const deferral of prepared.operation.deferrals) {
      const needed = [deferred.get(deferral.id), deferral.parent && ready.get(deferral.parent)];
      ready.set(
        deferral,
        Promise.all(needed).then(() => deferral),
      );
    }
    while (ready.size > 0) {
      const deferral = await Promise.race(ready.values());
      ready.delete(deferral);
      yield this.partsOf(prepared, execution, deferral, answer);
    }
  }

  /** @param answer what the client has so far, to which the parts are added */
  private partsOf(prepared: Prepared, execution: Execution, deferral: Deferral, answer: Data): DeferredPart[] {
    const { projection } = prepared;
    const explained = this.explained(prepared, execution);
    const errors = this.placed(prepared, {
      ...execution,
      errors: execution.errors.filter((each) => each.deferral === deferral.id),
    });
    const parts: DeferredPart[] = [];
    for (const { path, data, flaws, refusals } of projection.deferred(deferral, execution.data, explained)) {
      const place = valueAt(answer, path);
      // Where the client was told that there is nothing, nothing follows.
      if (typeof place !== 'object' || place === null) continue;
      if (data) addTo(place, structuredClone(data));
      const own = errors.filter((error) => isWithin(error.path as Path, path));
      const all = [...own, ...refusals, ...flaws.map((flaw) => this.flawError(prepared, flaw))];
      parts.push({
        path,
        ...(deferral.label === undefined ? {} : { label: deferral.label }),
        data,
        ...(all.length > 0 ? { errors: all } : {}),
      });
    }
    return parts;
  }

  async subscribe(request: EngineRequest): Promise<AsyncGenerator<ExecutionResult> | ExecutionResult> {
    const begun = this.begin(request, false);
    if ('errors' in begun) return begun;
    const { prepared, coerced } = begun;
    const { context } = request;
    const source = prepared.compiled.subscription(coerced, context);
    if (!source || !this.options.subscribe) {
      return {
        errors: [
          new GraphQLError('There is nothing to subscribe to here.', { extensions: { code: 'BAD_USER_INPUT' } }),
        ],
      };
    }
    const events = await this.options.subscribe(this.nameOf(source.graph), source.request);
    const filled = async function* (engine: FederationEngine): AsyncGenerator<ExecutionResult> {
      for await (const event of events) {
        const execution: Execution = { data: nothing(), errors: [], missing: [], variables: coerced, context };
        await prepared.compiled.event(execution, event);
        yield engine.finish(prepared, execution, request);
      }
    };
    return filled(this);
  }

  plan(request: PlanRequest): Plan {
    const { incremental = false, context = {} } = request;
    const { known, coerced } = this.coerce(request);
    return this.prepared(known, request, coerced, incremental, this.labels(context)).plan;
  }

  describe(request: PlanRequest): PlanDescription {
    return this.described(this.plan(request));
  }

  private described(plan: Plan): PlanDescription {
    return describePlan(plan, (graph) => this.nameOf(graph));
  }

  /** The name of the subgraph that a value of `join__Graph` stands for. */
  private nameOf(graph: string): string {
    return this.model.graphs.get(graph)?.name ?? graph;
  }

  private begin(request: EngineRequest, incremental: boolean) {
    try {
      const { known, coerced } = this.coerce(request);
      const prepared = this.prepared(known, request, coerced, incremental, this.labels(request.context));
      request.planned?.(this.described(prepared.plan));
      const { context } = request;
      const execution: Execution = { data: nothing(), errors: [], missing: [], variables: coerced, context };
      return { prepared, execution, coerced };
    } catch (error) {
      if (error instanceof GraphQLError) return { errors: [error] };
      if (error instanceof InvalidVariables) return { errors: error.errors };
      throw error;
    }
  }

  private coerce({ document, operationName = '', variables = {} }: PlanRequest): { known: Known; coerced: Data } {
    let operations = this.known.get(document);
    if (!operations) this.known.set(document, (operations = new Map()));
    let known = operations.get(operationName);
    if (!known) {
      const parts = partsOf(document, operationName);
      if (!parts.operation) throw badInput(new GraphQLError(`The document has no operation named "${operationName}".`));
      const lost = parts.operation.variableDefinitions?.find(({ variable }) => variable.name.value === '__proto__');
      if (lost)
        throw badInput(
          new GraphQLError('A variable cannot be named "__proto__": give it another name.', { nodes: lost }),
        );
      known = { parts, conditions: conditionVariables(parts.operation, parts.fragments), variants: new Map() };
      operations.set(operationName, known);
    }
    const definitions = known.parts.operation.variableDefinitions;
    if (!definitions?.length) return { known, coerced: {} };
    const values = getVariableValues(this.options.apiSchema, definitions, variables, { maxErrors: 20 });
    if (values.errors) throw new InvalidVariables(values.errors.map(badInput));
    return { known, coerced: values.coerced };
  }

  /** The labels of progressive overrides that are on for a request; shares of requests are drawn for each. */
  private labels(context: object): ReadonlySet<string> {
    const { labels } = this.model;
    if (labels.length === 0) return NO_LABELS;
    const drawn = Math.random() * 100;
    return new Set(
      labels.filter((label) => {
        const share = /^percent\(([\d.]+)\)$/.exec(label);
        return share ? drawn < Number(share[1]) : (this.options.isLabelOn?.(label, context) ?? false);
      }),
    );
  }

  private prepared(
    known: Known,
    { policy }: PlanRequest,
    coerced: Data,
    incremental: boolean,
    labels: ReadonlySet<string>,
  ): Prepared {
    let variant = incremental ? 'incremental ' : '';
    for (const name of known.conditions) variant += coerced[name] === true ? '1' : '0';
    if (labels.size > 0) variant += ` ${[...labels].join(' ')}`;
    if (policy) variant += ` ${policy.key}`;
    const { variants } = known;
    let prepared = variants.get(variant);
    if (!prepared) {
      const [oldest] = variants.values();
      if (variants.size >= this.limits.mostVariants && oldest) this.drop(this.drops.get(oldest)!);
      prepared = this.prepareOrRefuse(known, policy, coerced, incremental, labels);
      variants.set(variant, prepared);
      this.keep(variants, variant, prepared);
    }
    if (prepared instanceof GraphQLError) throw prepared;
    return prepared;
  }

  /** One document may have any number of operations, and each of them variants: together they are bounded, too. */
  private keep(variants: Known['variants'], variant: string, prepared: Prepared | GraphQLError): void {
    const drop = dropping(new WeakRef(variants), variant);
    this.kept.add(drop);
    this.drops.set(prepared, drop);
    const [oldest] = this.kept;
    if (this.kept.size > this.limits.mostKept) this.drop(oldest!);
  }

  private drop(drop: () => void): void {
    this.kept.delete(drop);
    drop();
  }

  private prepareOrRefuse(...args: Parameters<FederationEngine['prepare']>): Prepared | GraphQLError {
    try {
      return this.prepare(...args);
    } catch (error) {
      if (error instanceof GraphQLError) return error;
      throw error;
    }
  }

  private prepare(
    { parts }: Known,
    policy: FieldPolicy | undefined,
    coerced: Data,
    incremental: boolean,
    labels: ReadonlySet<string>,
  ): Prepared {
    const { schema, apiSchema, ask } = this.options;
    const { separator, conflicting } = this.model;
    const { mostSelections, mostText } = this.limits;
    const options = { schema: apiSchema, separator, conflicting, policy, incremental, mostSelections };
    const operation = canonicalOperation(parts.operation, parts.fragments, coerced, options);
    const { groups, leftover } = new Planner(this.model, schema, operation, this.limits, labels).plan();
    if (leftover.length > 0) throw unplannable(leftover);
    const plan = planOf(groups, operation, mostText);
    for (const fetch of plan.fetches) fetch.document = this.documents.share(fetch.graph, fetch.document);
    const compiled = compilePlan(plan, {
      ask: (graph, subgraphRequest) => ask(this.nameOf(graph), subgraphRequest),
      fulfils: this.fulfils,
      isMutation: operation.type === 'mutation',
      mustNotBeNull: this.mustNotBeNull(operation),
      report: this.options.report ?? (() => {}),
      oddAnswer: (graph, message) => this.oddAnswer([this.nameOf(graph)], message),
    });
    const projection = new AnswerProjection(apiSchema, operation, (name, value) => {
      const type = schema.getType(name);
      if (value !== undefined) return isEnumType(type) && type.getValue(value) !== undefined;
      return !apiSchema.getType(name) && !!type;
    });
    return {
      operation,
      plan,
      compiled,
      projection,
      introspection: introspectionOf(operation, parts.fragments.values()),
    };
  }

  private mustNotBeNull({ root, selections }: CanonicalOperation): Set<string> {
    const type = this.options.apiSchema.getType(root);
    const fields = type && 'getFields' in type ? type.getFields() : {};
    const keys = new Set<string>();
    for (const selection of selections) {
      if (selection.kind !== 'field') continue;
      const definition = fields[selection.name];
      if (definition && isNonNullType(definition.type)) keys.add(selection.key);
    }
    return keys;
  }

  /** Makes the answer of all that was fetched. */
  private finish(prepared: Prepared, execution: Execution, { variables }: EngineRequest): ExecutionResult {
    const { projection, introspection } = prepared;
    if (introspection) this.introspect(introspection, execution, variables);
    const { data, flaws, refusals } = projection.answer(execution.data, this.explained(prepared, execution));
    if (execution.errors.length === 0 && flaws.length === 0 && refusals.length === 0) return { data };
    const first = { ...execution, errors: execution.errors.filter(({ deferral }) => deferral === 0) };
    const errors = [
      ...this.placed(prepared, first),
      ...refusals,
      ...flaws.map((flaw) => this.flawError(prepared, flaw)),
    ];
    return errors.length > 0 ? { data, errors } : { data };
  }

  private introspect(document: DocumentNode, execution: Execution, variableValues: Data | undefined): void {
    const about = execute({ schema: this.options.apiSchema, document, variableValues }) as ExecutionResult;
    Object.assign(execution.data, about.data);
    for (const error of about.errors ?? [])
      execution.errors.push({ path: [...(error.path ?? [])], error, deferral: 0 });
  }

  /** The errors of subgraphs at their places in the client's answer. */
  private placed({ projection }: Prepared, { data, errors }: Execution): GraphQLError[] {
    return errors.map(({ path, error }) => {
      const { message, extensions, originalError } = error;
      return new GraphQLError(message, { path: projection.responsePath(path, data), extensions, originalError });
    });
  }

  /** Whether an error explains already that there is nothing at a place of the answer. */
  private explained({ projection }: Prepared, execution: Execution): (path: Path) => boolean {
    let errors: Path[] | undefined;
    let places: Path[] | undefined;
    return (path) => {
      errors ??= execution.errors.map((each) => projection.responsePath(each.path, execution.data));
      places ??= execution.missing
        .flatMap((find) => find())
        .map((each) => projection.responsePath(each, execution.data));
      return errors.some((each) => isWithin(each, path)) || places.some((each) => isWithin(path, each));
    };
  }

  private flawError({ plan }: Prepared, { path, message, coordinate }: Flaw): GraphQLError {
    const [type = '', field = ''] = coordinate.split('.');
    const asked = new Set(plan.fetches.map(({ graph }) => graph));
    const views = [...(this.model.views.get(type)?.values() ?? [])];
    const graphs = views.filter(
      ({ graph, fields }) => asked.has(graph) && fields.has(field) && !fields.get(field)!.external,
    );
    const names = (graphs.length > 0 ? graphs.map(({ graph }) => graph) : [...asked]).map((graph) =>
      this.nameOf(graph),
    );
    return this.oddAnswer([...new Set(names)], message, path);
  }

  private oddAnswer(names: readonly string[], message: string, path?: Path): GraphQLError {
    const extensions = { code: 'DOWNSTREAM_SERVICE_ERROR', serviceName: names.join(', ') };
    return new GraphQLError(path ? message : `The subgraph "${names.join(', ')}" ${message}.`, { path, extensions });
  }
}

const NO_LABELS: ReadonlySet<string> = new Set();

/** An object with no field at all: fields may have names that JavaScript's own objects inherit. */
const nothing = (): Data => Object.create(null) as Data;

/** What an answer has at a place: only what it holds itself, since a client may call a field whatever objects inherit. */
const valueAt = (answer: Data, path: Path): unknown =>
  path.reduce<unknown>((value, step) => {
    const isThere = typeof value === 'object' && value !== null && Object.hasOwn(value, step);
    return isThere ? (value as Record<string | number, unknown>)[step] : undefined;
  }, answer);

/** Adds fields to an object, one that is called `__proto__` as any other. */
function addTo(target: object, fields: Data): void {
  Object.defineProperties(target, Object.getOwnPropertyDescriptors(fields));
}

/** Whether a path begins with another, or is it. */
const isWithin = (path: Path, outer: Path) => outer.every((step, index) => path[index] === step);

const dropping = (variants: WeakRef<Known['variants']>, variant: string) => () =>
  void variants.deref()?.delete(variant);

class InvalidVariables extends Error {
  readonly errors: readonly GraphQLError[];

  constructor(errors: readonly GraphQLError[]) {
    super('Variables do not fit.');
    this.errors = errors;
  }
}

function badInput({ message, nodes }: GraphQLError): GraphQLError {
  return new GraphQLError(message, { nodes, extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });
}

function unplannable(leftover: Awaited<ReturnType<Planner['plan']>>['leftover']): GraphQLError {
  const names = leftover.map((selection) => (selection.kind === 'field' ? selection.name : `... on ${selection.on}`));
  return new GraphQLError(
    `The subgraphs cannot be asked for all of this together; what is left is below ${names.join(', ')}.`,
    {
      extensions: { code: 'NOT_PLANNABLE', http: { status: 400 } },
    },
  );
}

/** A document that asks the schema about itself, with canonical keys at its root. */
function introspectionOf(
  { definition, introspection }: CanonicalOperation,
  fragments: Iterable<DocumentNode['definitions'][number]>,
): DocumentNode | null {
  if (introspection.length === 0) return null;
  const selections = introspection.map(({ node, key }): FieldNode => ({
    ...node!,
    alias: nameNode(key),
    directives: [],
  }));
  const operation = { ...definition, selectionSet: { kind: Kind.SELECTION_SET as const, selections } };
  return { kind: Kind.DOCUMENT, definitions: [operation, ...fragments] };
}
