import { gzipSync } from 'node:zlib';
import type { Random } from '../../gateway/demo/random.ts';
import { literal, type Value, type Values } from './values.ts';
import type { Operation, Operations } from './operations.ts';

/** Who asks, with the token that they have. */
export interface FuzzCaller {
  name: string;
  token: string | null;
  /** GIAS group UID of the trust that they act for. */
  trust: string | null;
  staff: boolean;
  scopes: readonly string[];
}

/** A request as it goes over the wire. */
export interface FuzzRequest {
  kind: string;
  method: string;
  path: string;
  headers: Record<string, string | string[]>;
  body: Buffer | string | null;
  caller: FuzzCaller;
  /** Whether its operation is one that is executed, so that its cost may be compared with its time. */
  isWhole: boolean;
}

const JSON_TYPE = { 'content-type': 'application/json' };
const MUTATIONS = ['submitOutcomes', 'updateRoll', 'recordEnrolments', 'recordReview'];

/** Headings of spreadsheets, right and odd ones. */
const HEADINGS: Record<string, readonly string[]> = {
  submitOutcomes: ['URN', 'Academic year', 'Measure', 'Pupil group', 'Value', 'Pupils', 'Status', 'No value'],
  updateRoll: ['URN', 'Roll', 'As of', 'Date', 'Pupils'],
  recordEnrolments: ['URN', 'Cohort', 'Cohort id', 'Role', 'Staff', 'Enrolled on', 'Status'],
  recordReview: ['URN', 'Kind'],
};
const ODD_HEADINGS = ['', '__proto__', 'constructor', 'Value', 'Notes', 'URN', '\u0000', '"'];
const CELLS = [
  '',
  '57',
  '57%',
  '0.57',
  '4,8',
  '1,234',
  '-1',
  'SUPP',
  'c',
  'z',
  'x',
  '2024/25',
  '2024-25',
  '14/03/2026',
  '2026-03-14',
  'ALL',
  'DISADVANTAGED',
  'PTRWM_EXP',
  'P8MEA',
  'FINAL',
  'PROVISIONAL',
  'é',
  '"',
  '\u0000',
  '='.repeat(50),
  '1e400',
  'NaN',
  '999999999999',
];
const TYPES = [
  'text/csv',
  'application/json',
  'text/tab-separated-values',
  'application/vnd.ms-excel',
  'text/csv; charset=utf-16',
  'application/xml',
  '',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
];

/** Random requests: right ones, wrong ones, and right ones with something changed. */
export class Requests {
  private readonly random: Random;
  private readonly operations: Operations;
  private readonly values: Values;
  private readonly callers: readonly FuzzCaller[];

  constructor(random: Random, operations: Operations, values: Values, callers: readonly FuzzCaller[]) {
    this.random = random;
    this.operations = operations;
    this.values = values;
    this.callers = callers;
  }

  next(): FuzzRequest {
    const { random } = this;
    const dice = random.next();
    const caller = random.pick(this.callers);
    if (dice < 0.6) return this.operation(caller);
    if (dice < 0.7) return this.brokenDocument(caller);
    if (dice < 0.78) return this.brokenBody(caller);
    if (dice < 0.84) return this.brokenHeaders(caller);
    if (dice < 0.93) return this.submission(caller);
    if (dice < 0.96) return this.export(caller);
    return this.elsewhere(caller);
  }

  /** An operation as a client sends it. */
  operation(caller: FuzzCaller): FuzzRequest {
    const { random } = this;
    const operation = this.operations.next();
    const headers: Record<string, string> = { ...JSON_TYPE };
    if (random.chance(0.1)) headers['accept'] = 'multipart/mixed; deferSpec=20220824, application/json';
    const common = { caller, isWhole: !headers['accept'] };
    if (random.chance(0.1) && !operation.query.startsWith('mutation')) {
      const query = new URLSearchParams({ query: operation.query, variables: JSON.stringify(operation.variables) });
      return this.request({
        ...common,
        kind: 'GET',
        method: 'GET',
        path: `/graphql?${query.toString()}`,
        headers: { 'apollo-require-preflight': '1' },
        body: null,
      });
    }
    return this.request({ ...common, kind: 'operation', headers, body: JSON.stringify(operation) });
  }

  private request(given: Partial<FuzzRequest> & { kind: string; caller: FuzzCaller }): FuzzRequest {
    const { caller } = given;
    const headers = { ...given.headers };
    if (caller.token !== null) headers['authorization'] = `Bearer ${caller.token}`;
    return { method: 'POST', path: '/graphql', body: null, isWhole: false, ...given, headers };
  }

  /** A document with something put in, taken out or exchanged. */
  private brokenDocument(caller: FuzzCaller): FuzzRequest {
    const operation = this.operations.next();
    const query = this.mutated(operation.query);
    const variables: unknown = this.random.chance(0.2) ? this.values.anything() : operation.variables;
    return this.request({
      kind: 'broken document',
      caller,
      headers: { ...JSON_TYPE },
      body: JSON.stringify({ ...operation, query, variables }),
    });
  }

  private mutated(text: string): string {
    const { random } = this;
    const at = random.whole(0, text.length - 1);
    const to = Math.min(text.length, at + random.whole(1, 12));
    const puts = [
      '{',
      '}',
      '(',
      ')',
      '...',
      '@',
      '$',
      '"',
      '"""',
      '#',
      '\u0000',
      '\ufeff',
      '__typename',
      ' subscription ',
      '&',
      '|',
      '!',
      '99999999999999999999',
      '\\u{110000}',
    ];
    switch (random.whole(0, 5)) {
      case 0:
        return text.slice(0, at) + random.pick(puts) + text.slice(at);
      case 1:
        return text.slice(0, at) + text.slice(to);
      case 2:
        return text.slice(0, at) + text.slice(at, to).repeat(random.whole(2, 200)) + text.slice(to);
      case 3:
        return text.slice(0, at);
      case 4:
        return text.replaceAll(/\bquery\b/g, random.pick(['subscription', 'mutation', 'fragment']));
      default:
        return `${'{ network '.repeat(random.whole(1, 300))}${text}`;
    }
  }

  /** A body that is not quite what it says. */
  private brokenBody(caller: FuzzCaller): FuzzRequest {
    const { random } = this;
    const operation = this.operations.next();
    const whole = JSON.stringify(operation);
    const headers: Record<string, string> = { ...JSON_TYPE };
    const body = this.brokenText(operation, whole, headers);
    return this.request({
      kind: 'broken body',
      caller,
      headers,
      body,
      method: random.chance(0.1) ? random.pick(['PUT', 'PATCH', 'DELETE', 'OPTIONS']) : 'POST',
    });
  }

  private brokenText({ query }: Operation, whole: string, headers: Record<string, string>): Buffer | string {
    const { random } = this;
    const depth = random.pick([10, 100, 5_000, 200_000]);
    switch (random.whole(0, 11)) {
      case 0:
        return whole.slice(0, random.whole(0, whole.length));
      case 1: {
        const bytes = Buffer.from(whole);
        for (let flips = random.whole(1, 5); flips > 0; flips--)
          bytes[random.whole(0, bytes.length - 1)] = random.whole(0, 255);
        return bytes;
      }
      case 2:
        return JSON.stringify({ query, variables: 0 }).replace('0}', `${'['.repeat(depth)}${']'.repeat(depth)}}`);
      case 3:
        return JSON.stringify({
          query: this.values.anything(),
          variables: this.values.anything(),
          operationName: this.values.anything(),
          extensions: this.values.anything(),
        });
      case 4:
        return `[${whole},${whole}]`;
      case 5:
        headers['content-type'] = random.pick(TYPES);
        return whole;
      case 6:
        headers['content-encoding'] = random.pick(['gzip', 'br', 'deflate', 'x']);
        return random.chance(0.5) ? gzipSync(whole) : whole;
      case 7:
        headers['content-type'] =
          `application/json; charset=${random.pick(['utf-16', 'latin1', 'x', 'utf-8; charset=utf-16'])}`;
        return Buffer.from(whole, 'utf16le');
      case 8:
        return JSON.stringify({
          query,
          extensions: { persistedQuery: { version: 1, sha256Hash: this.values.anything() } },
        });
      case 9:
        return '';
      case 10:
        return `{"query":${JSON.stringify(query)},"__proto__":{"x":1},"constructor":null,"query":${JSON.stringify(query)}}`;
      default:
        return JSON.stringify({
          query: `{ ${random.pick(['a', '__proto__'])}: schools(filter: ${literal(this.values.anything())}) { nodes { urn } } }`,
        });
    }
  }

  /** Tokens and other headers that are not what they should be. */
  private brokenHeaders(caller: FuzzCaller): FuzzRequest {
    const { random } = this;
    const token = caller.token ?? 'e30.e30.e30';
    const [head = '', claims = '', signature = ''] = token.split('.');
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    const later = Buffer.from(JSON.stringify({ iss: 'x', aud: 'y', iat: 9_999_999_999, exp: 99_999_999_999 })).toString(
      'base64url',
    );
    const odd: Record<string, string | string[]>[] = [
      { authorization: `Bearer ${token.slice(0, random.whole(0, token.length))}` },
      { authorization: `Bearer ${none}.${claims}.` },
      { authorization: `Bearer ${head}.${later}.${signature}` },
      { authorization: `Bearer ${head}.${claims}.${signature.split('').toReversed().join('')}` },
      {
        authorization: random.pick([
          'Basic YTpi',
          'Bearer',
          '',
          `bearer  ${token}`,
          'Bearer null',
          `Bearer ${'x'.repeat(5_000)}`,
        ]),
      },
      { 'x-api-key': random.pick(['', 'pg_x', 'x'.repeat(3_000), "'"]) },
      { 'x-request-id': 'x'.repeat(1_000), traceparent: '00-zz', baggage: ','.repeat(500) },
      { accept: random.pick(['', 'text/html', 'text/event-stream', 'application/*;q=x', '*/*, , ,']) },
      { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' },
      { 'x-forwarded-for': '1.2.3.4, ::1', forwarded: 'for=x' },
      { 'x-large': 'x'.repeat(20_000) },
    ];
    const operation = this.operations.next();
    const request = this.request({ kind: 'broken headers', caller, body: JSON.stringify(operation) });
    return { ...request, headers: { ...request.headers, ...JSON_TYPE, ...random.pick(odd) } };
  }

  /** A spreadsheet or a list of rows, right in parts. */
  private submission(caller: FuzzCaller): FuzzRequest {
    const { random } = this;
    const operation = random.pick(MUTATIONS);
    const parameters = new URLSearchParams({ operation, idempotencyKey: `fuzz-${random.whole(1, 2_000)}` });
    for (const [name, values] of [
      ['dryRun', ['true', 'false', 'yes']],
      ['onError', ['REJECT_ALL', 'REJECT_ROW', 'X']],
      ['ignoreUnknownColumns', ['true']],
      ['acceptWarnings', ['true']],
      ['operation', ['x']],
    ] as const) {
      if (random.chance(0.25)) parameters.append(name, random.pick(values));
    }
    const isJson = random.chance(0.3);
    const type = random.chance(0.1) ? random.pick(TYPES) : isJson ? 'application/json' : 'text/csv';
    const body = isJson ? JSON.stringify(this.jsonRows()) : this.sheet(operation);
    return this.request({
      kind: 'submission',
      caller,
      path: `/submissions?${parameters.toString()}`,
      headers: { 'content-type': type },
      body: random.chance(0.1) ? this.mutated(`${body} `) : body,
    });
  }

  private jsonRows(): Value[] {
    const { random } = this;
    const names = ['urn', 'academicYear', 'measure', 'pupilGroup', 'value', 'pupils', 'status', 'noValue', '__proto__'];
    return Array.from({ length: random.whole(0, 20) }, () => {
      if (random.chance(0.05)) return this.values.anything();
      const row: Record<string, Value> = {};
      for (const name of random.some(names, random.whole(1, names.length)))
        row[name] = random.chance(0.3) ? this.values.anything() : this.values.scalar('String', name);
      return row;
    });
  }

  private sheet(operation: string): string {
    const { random } = this;
    const separator = random.pick([',', ',', ',', ';', '\t']);
    const end = random.pick(['\n', '\n', '\r\n', '\r', '\n\n']);
    const headings = random.some(HEADINGS[operation]!, random.whole(1, 8));
    while (random.chance(0.15)) headings.push(random.pick(ODD_HEADINGS));
    const rows = Array.from({ length: random.chance(0.01) ? 10_001 : random.whole(0, 30) }, () =>
      headings.map((heading) => (heading === 'URN' ? String(this.values.scalar('URN', 'urn')) : random.pick(CELLS))),
    );
    return [headings, ...rows].map((fields) => fields.join(separator)).join(end);
  }

  private export(caller: FuzzCaller): FuzzRequest {
    const { random } = this;
    const lists = ['schools', 'trusts', 'hubs', 'reviews', 'areasOfExcellence', 'programmes', 'measures'];
    const query = `query ($after: String) { ${random.pick(lists)}(first: 100, after: $after) { nodes { __typename } pageInfo { hasNextPage endCursor } } }`;
    const body = random.chance(0.5)
      ? { query }
      : { query: this.mutated(query), variables: { after: this.values.scalar('String', 'after') } };
    return this.request({
      kind: 'export',
      caller,
      path: '/export',
      headers: { ...JSON_TYPE },
      body: JSON.stringify(body),
    });
  }

  private elsewhere(caller: FuzzCaller): FuzzRequest {
    const { random } = this;
    const paths = [
      '/',
      '/health/live',
      '/health/ready',
      '/metrics',
      '/%67raphql?query={__typename}',
      '//graphql',
      '/graphql/',
      '/graphql/%00',
      '/%',
      '/%zz',
      '/../etc/passwd',
      '/submissions',
      '/export',
      `/${'x'.repeat(3_000)}`,
      '/graphql?query={__typename}&query={x}',
      '/graphql?variables=[[',
      '/constructor',
      '/__proto__',
    ];
    return this.request({
      kind: 'elsewhere',
      caller,
      method: random.pick(['GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS']),
      path: random.pick(paths),
    });
  }
}
