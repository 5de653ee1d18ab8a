/* A plan -> a condition on `cable` of one segment. The only place where a filter becomes SQL; values are always bound. */
import { CLASSIFICATIONS } from '../../cable/vocabulary/classifications.ts';
import type { Plan, TextTerm } from '../../query/plan.ts';
import type { PersonalIds } from '../corpus.ts';

export interface Condition {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

/** @param personal ids of a personal predicate; @param numbers their numbers in this segment */
export function planToSql(
  plan: Plan,
  personal: PersonalIds,
  importRunsSince: (from: string | null, to: string | null) => readonly number[],
): Condition {
  switch (plan.kind) {
    case 'all':
      return { sql: '1', values: [] };
    case 'none':
      return { sql: '0', values: [] };
    case 'and':
    case 'or': {
      if (plan.of.length === 0) return { sql: plan.kind === 'and' ? '1' : '0', values: [] };
      const texts = plan.kind === 'and' ? plan.of.filter(isText) : [];
      const rest = texts.length > 1 ? plan.of.filter((part) => !isText(part)) : plan.of;
      const parts = rest.map((part) => planToSql(part, personal, importRunsSince));
      // Several text terms are one question to the full-text index, which joins them far faster than SQL does.
      if (texts.length > 1) parts.push(match(texts.map(ftsExpression).join(' AND ')));
      return {
        sql: `(${parts.map(({ sql }) => sql).join(plan.kind === 'and' ? ' AND ' : ' OR ')})`,
        values: parts.flatMap(({ values }) => values),
      };
    }
    case 'not': {
      const { sql, values } = planToSql(plan.of, personal, importRunsSince);
      // Null is not a match, and not a match is a match of its negation.
      return { sql: `NOT ifnull(${sql}, 0)`, values };
    }
    case 'text':
    case 'near':
      return match(ftsExpression(plan));
    case 'id':
      return plan.glob ? { sql: 'id GLOB ?', values: [plan.pattern] } : { sql: 'id = ?', values: [plan.pattern] };
    case 'origin':
      return { sql: `(' ' || lower(origin) || ' ') LIKE ? ESCAPE '\\'`, values: [`% ${escapeLike(plan.value)} %`] };
    case 'country':
      return { sql: 'lower(country) = ?', values: [plan.value] };
    case 'tag':
      return { sql: 'n IN (SELECT n FROM tag WHERE tag = ?)', values: [plan.tag] };
    case 'class':
      return { sql: `class IN (${plan.among.map(() => '?').join(',')})`, values: plan.among.map((name) => CLASSIFICATIONS.indexOf(name)) };
    case 'created':
    case 'released':
      return between(plan.kind, plan.kind === 'released' ? dayOf(plan.range.from) : plan.range.from, plan.range.to);
    case 'added': {
      const runs = importRunsSince(plan.range.from, plan.range.to);
      return { sql: `run IN (${runs.map(() => '?').join(',')})`, values: runs };
    }
    case 'addressee':
      return {
        sql: `n IN (SELECT n FROM addressee WHERE kind = ? AND name LIKE ? ESCAPE '\\')`,
        values: [plan.of, `% ${escapeLike(plan.words.join(' '))} %`],
      };
    case 'cites':
      return { sql: 'n IN (SELECT source FROM reference WHERE target = ?)', values: [plan.id] };
    case 'citedby':
      return { sql: 'id IN (SELECT target FROM reference JOIN cable c ON c.n = source WHERE c.id = ?)', values: [plan.id] };
    case 'portion':
      return { sql: 'n IN (SELECT n FROM portion WHERE mark = ?)', values: [plan.mark] };
    case 'has':
      return { sql: { refs: 'refs > 0', redaction: 'redacted', versions: 'versions > 1' }[plan.what], values: [] };
    case 'size':
    case 'sections':
      return { sql: `${plan.kind} BETWEEN ? AND ?`, values: [plan.from ?? 0, plan.to ?? Number.MAX_SAFE_INTEGER] };
    case 'personal':
      return { sql: 'id IN (SELECT value FROM json_each(?))', values: [JSON.stringify([...personal(plan)])] };
  }
}

function isText(plan: Plan): plan is Extract<Plan, { kind: 'text' | 'near' }> {
  return plan.kind === 'text' || plan.kind === 'near';
}

function match(expression: string): Condition {
  return { sql: 'n IN (SELECT rowid FROM text WHERE text MATCH ?)', values: [expression] };
}

/** The expression FTS5 takes: every word is quoted, so nothing a person types is an operator. */
export function ftsExpression(plan: Extract<Plan, { kind: 'text' | 'near' }>): string {
  const column = plan.column === 'any' ? '' : `{${plan.column}} : `;
  if (plan.kind === 'text') return `${column}${quote(plan.term)}`;
  return `${column}NEAR(${plan.terms.map(quote).join(' ')}, ${plan.distance})`;
}

const quote = ({ words, prefix }: TextTerm): string => `"${words.join(' ')}"${prefix ? ' *' : ''}`;

function between(column: string, from: string | null, to: string | null): Condition {
  const parts: string[] = [];
  const values: string[] = [];
  if (from !== null) {
    parts.push(`${column} >= ?`);
    values.push(from);
  }
  if (to !== null) {
    parts.push(`${column} <= ?`);
    values.push(to);
  }
  return { sql: parts.length === 0 ? `${column} IS NOT NULL` : `(${parts.join(' AND ')})`, values };
}

/** Releases may be dates alone, which sort before their minutes. */
const dayOf = (instant: string | null): string | null => instant?.slice(0, 10) ?? null;

const escapeLike = (text: string): string => text.replaceAll(/[\\%_]/g, '\\$&');
