import { suggested, type SuggestionRow } from '../../tests/support/decide.ts';
import { lateDispatchOrder } from '../../tests/support/rest-order.ts';
import { refusedUnless, type Attack, type Try } from './attack.ts';
import { canary, stranger, type World } from './world.ts';

const tag = '<img src=x onerror=alert(7731)>';
const script = '</script><script>alert(7731)</script>';
const sql = `'; drop table suggestion; --`;
const formula = '=HYPERLINK("https://evil.example")';

/** An order of the stranger's own shop, all of whose words are an attack: on the app, or on who reads them there. */
function hostileOrder(name: string): Record<string, unknown> {
  const order = lateDispatchOrder({ name, note: `${script}${sql} it arrived broken` });
  const lines = order['line_items'] as readonly Record<string, unknown>[];
  const words = { title: script, name: tag, sku: sql, vendor: formula };
  return { ...order, line_items: lines.map((line) => ({ ...line, ...words })) };
}

async function tables({ stage }: World): Promise<number> {
  const [row] = await stage.query<{ n: number }>(
    `select count(*)::int as n from information_schema.tables where table_schema = 'public'`,
  );
  return row?.n ?? 0;
}

function suggestionFor({ stage }: World, name: string): Promise<SuggestionRow> {
  return suggested(stage, hostileOrder(name), undefined, stranger);
}

const injected: Attack = {
  attack: 'HTML, SQL and formulas in names, notes and SKUs',
  async make(world) {
    const before = await tables(world);
    const { id, queue_tab: tab } = await suggestionFor(world, `#${tag}`);
    await suggestionFor(world, formula);
    const tries: Try[] = [];
    for (const path of [`/app?tab=${tab}`, `/app/suggestions/${id}`, `/app/bulk?tab=${tab}`]) {
      const { status, body } = await world.ask(path, { as: stranger });
      const isRaw = body.includes(tag) || body.includes(script);
      const isShown = body.includes('&lt;img src=x onerror=alert(7731)&gt;');
      tries.push(
        refusedUnless(path, status, (isRaw && 'not escaped') || (!isShown && 'not shown')),
      );
    }
    const { status, body } = await world.ask('/app/overview/export', { as: stranger });
    const isFormula = /(^|[\n,])"?[=+@]/.test(body);
    const isShown = body.includes('HYPERLINK');
    tries.push(
      refusedUnless(
        'a file for spreadsheets',
        status,
        (isFormula && 'a formula') || (!isShown && 'not there'),
      ),
    );
    tries.push(
      refusedUnless('the tables', `${before} tables`, (await tables(world)) !== before && 'gone'),
    );
    return tries;
  },
};

const asked: Attack = {
  attack: 'SQL in what is searched, sorted and filtered',
  async make(world) {
    const before = await tables(world);
    const texts = [
      `' or 1=1 --`,
      `%' or shop <> '' --`,
      `1); drop table suggestion; --`,
      `\u0000`,
      '%',
      '_',
      '\\',
    ];
    // Those of the queue and of the activity.
    const fields = [
      ...['search', 'sort', 'tab', 'after', 'from', 'to', 'currency', 'scenario', 'ground'],
      ...['responsible', 'country', 'carrier', 'due', 'confidence', 'kind', 'actor'],
    ];
    const tries: Try[] = [];
    for (const field of fields) {
      const statuses = new Set<number>();
      let isSeen = false;
      for (const text of texts) {
        for (const page of ['/app', '/app/activity']) {
          const path = `${page}?${new URLSearchParams({ [field]: text }).toString()}`;
          const answer = await world.ask(path, { as: stranger });
          statuses.add(answer.status);
          isSeen ||= answer.body.includes(canary);
        }
      }
      const breach = (isSeen && 'shown') || (statuses.has(500) && 'broken');
      tries.push(refusedUnless(field, [...statuses].sort().join(' '), breach));
    }
    tries.push(
      refusedUnless('the tables', `${before} tables`, (await tables(world)) !== before && 'gone'),
    );
    return tries;
  },
};

export const wordAttacks: readonly Attack[] = [injected, asked];
