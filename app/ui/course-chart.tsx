import { AxisBottom, AxisLeft } from '@visx/axis';
import { Group } from '@visx/group';
import { scaleBand, scaleLinear } from '@visx/scale';
import { Bar, Line } from '@visx/shape';
import { useId } from 'react';
import type { Bin } from '../domain/overview/bins.ts';
import type { Course } from '../domain/overview/figures.ts';
import { ChartFigure, Drawing } from './chart-figure.tsx';
import { Hatch, Swatch } from './chart-hatch.tsx';
import { joinSentences, numberWords, shortDayWords } from './format.ts';
import type { Words } from './words.ts';
import { useWords } from './words-context.tsx';
import styles from './chart.module.css';

const height = 220;
const edge = { top: 8, right: 2, bottom: 24, left: 30 };
/** How much room a label under the bars takes, with what keeps it apart from the next. */
const labelWidth = 62;

/** How many suggestions were opened and refunds made, day by day or week by week. */
export function CourseChart({ course }: { readonly course: Course }) {
  const words = useWords();
  const { t } = words;
  const hatchId = `${useId().replaceAll(':', '')}-legend`;
  const { bins, opened, refunded } = course;
  const unit = bins.some(({ from, to }) => from !== to) ? 'week' : 'day';
  const kinds = [t('overview.course.opened'), t('overview.course.refunded')];
  const finding = findingOf(course, unit, words);
  return (
    <ChartFigure
      title={t(`overview.course.title-${unit}`)}
      finding={finding}
      heads={[t(`overview.course.${unit}`), ...kinds]}
      rows={bins.map((bin, index) => [
        binWords(bin, words),
        numberWords(opened[index] ?? 0, words),
        numberWords(refunded[index] ?? 0, words),
      ])}
    >
      <ul className={styles['legend']}>
        {kinds.map((kind, index) => (
          <li key={kind}>
            <Swatch hatchId={index === 0 ? null : hatchId} />
            {kind}
          </li>
        ))}
      </ul>
      <Drawing
        label={finding}
        height={height}
        draw={(width, id) => <Bars course={course} width={width} id={id} words={words} />}
      />
    </ChartFigure>
  );
}

function Bars({
  course: { bins, opened, refunded },
  width,
  id,
  words,
}: {
  readonly course: Course;
  readonly width: number;
  readonly id: string;
  readonly words: Words;
}) {
  const floor = height - edge.bottom;
  const days = scaleBand({
    domain: bins.map(({ from }) => from as string),
    range: [edge.left, width - edge.right],
    padding: 0.2,
  });
  const most = Math.max(1, ...opened, ...refunded);
  const counts = scaleLinear({ domain: [0, most], range: [floor, edge.top], nice: 4 });
  const ticks = counts.ticks(4).filter(Number.isInteger);
  const half = days.bandwidth() / 2;
  const every = Math.max(1, Math.ceil(bins.length / Math.floor((width - edge.left) / labelWidth)));
  return (
    <>
      <Hatch id={id} />
      {ticks.map((tick) => (
        <Line
          key={tick}
          from={{ x: edge.left, y: counts(tick) }}
          to={{ x: width - edge.right, y: counts(tick) }}
          className={styles['grid'] ?? ''}
        />
      ))}
      {bins.map((bin, index) => (
        <Group key={bin.from} left={days(bin.from) ?? 0}>
          <CountBar
            count={opened[index] ?? 0}
            x={0}
            width={half}
            floor={floor}
            top={counts(opened[index] ?? 0)}
          />
          <CountBar
            count={refunded[index] ?? 0}
            x={half}
            width={half}
            floor={floor}
            top={counts(refunded[index] ?? 0)}
            hatchId={id}
          />
        </Group>
      ))}
      <AxisLeft
        scale={counts}
        left={edge.left}
        tickValues={ticks}
        hideAxisLine
        hideTicks
        tickLength={6}
        tickFormat={(count) => numberWords(Number(count), words)}
        tickComponent={({ x, y, formattedValue }) => (
          <text x={x} y={y} dy="0.32em" textAnchor="end">
            {formattedValue}
          </text>
        )}
      />
      <AxisBottom
        scale={days}
        top={floor}
        // The last one has one: it is the one that is asked for most.
        tickValues={bins
          .filter((_, index) => (bins.length - 1 - index) % every === 0)
          .map(({ from }) => from as string)}
        stroke="var(--p-color-border)"
        hideTicks
        tickLength={6}
        tickFormat={(day) => day}
        tickComponent={({ x, y, formattedValue }) => (
          <text x={Math.min(x, width - labelWidth / 3)} y={y} textAnchor="middle">
            {shortDayWords(formattedValue as Bin['from'], words)}
          </text>
        )}
      />
    </>
  );
}

function CountBar({
  count,
  x,
  width,
  floor,
  top,
  hatchId,
}: {
  readonly count: number;
  readonly x: number;
  readonly width: number;
  readonly floor: number;
  readonly top: number;
  readonly hatchId?: string;
}) {
  if (count === 0) return null;
  const looks = hatchId
    ? { fill: `url(#${hatchId})`, className: styles['second'] ?? '' }
    : { className: styles['first'] ?? '' };
  return <Bar x={x} y={top} width={width} height={floor - top} {...looks} />;
}

function findingOf({ bins, opened, refunded }: Course, unit: 'day' | 'week', words: Words): string {
  const { t } = words;
  const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
  const all = t('overview.course.finding', {
    suggestions: t('overview.count.suggestions', { count: total(opened) }),
    refunds: t('overview.count.refunds', { count: total(refunded) }),
  });
  const most = Math.max(0, ...opened);
  const peak = bins[opened.indexOf(most)];
  if (most === 0 || !peak) return all;
  const when = binWords(peak, words);
  return joinSentences([all, t(`overview.course.most-${unit}`, { count: most, when })], words);
}

function binWords({ from, to }: Bin, words: Words): string {
  const first = shortDayWords(from, words);
  if (from === to) return first;
  return words.t('overview.from-to', { from: first, to: shortDayWords(to, words) });
}
