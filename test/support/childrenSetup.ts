import { afterAll } from 'vitest';
import { endChildren } from './children.ts';

// Runs in each file of tests, before its own hooks: what this one does comes after all of theirs.
afterAll(endChildren);
