// Draws the tables of figures. What is drawn is read from the table beside it, so the two cannot differ; colours come from the
// keys above the drawing, which wear those of the theme.
import { BarController, BarElement, CategoryScale, Chart, LinearScale, LineController, LineElement, PointElement, Tooltip } from 'chart.js';
import { within } from './start.js';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, LineController, LineElement, PointElement, Tooltip);

const hour = 60;
const day = 24 * hour;
const dashes = [[], [6, 4], [2, 3]];
const points = ['circle', 'triangle', 'rect'];
const drawn = new Map();

const wholeNumber = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const shortNumber = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

function timeTick(minutes) {
  if (minutes < hour) {
    return `${shortNumber.format(minutes)} min`;
  }

  return minutes < day ? `${shortNumber.format(minutes / hour)} h` : `${shortNumber.format(minutes / day)} d`;
}

// The steps of a scale of times: those that people count in.
function timeStep(most) {
  const steps = [1, 5, 15, 30, hour, 2 * hour, 6 * hour, 12 * hour, day, 2 * day, 7 * day, 30 * day, 90 * day];
  return steps.find(step => most / step <= 6) ?? 365 * day;
}

const colourOf = (element, name = 'color') => getComputedStyle(element).getPropertyValue(name);

/** The colour that a key wears: its custom property holds both themes' colours, so it is asked as a colour in use. */
const keyColour = key => {
  const line = getComputedStyle(key, '::before');
  return line.borderTopStyle === 'none' ? line.backgroundColor : line.borderTopColor;
};

function datasetOf(key, place, rows, kind) {
  const column = Number(key.dataset.chartColumn);
  const cells = rows.map(row => row.cells[column]);
  const isBar = kind === 'bars' || (kind === 'flow' && place === 0);
  const colour = keyColour(key);
  return {
    type: isBar ? 'bar' : 'line',
    label: key.textContent,
    data: cells.map(cell => (cell.dataset.value ? Number(cell.dataset.value) : null)),
    words: cells.map(cell => cell.textContent),
    order: isBar ? 1 : 0,
    backgroundColor: colour,
    borderColor: colour,
    borderWidth: isBar ? 0 : 2,
    borderDash: dashes[place],
    pointStyle: points[place],
    pointRadius: rows.length > 40 ? 0 : 4,
    maxBarThickness: 40,
    spanGaps: true,
  };
}

function configurationOf(box) {
  const table = document.getElementById(box.dataset.chartTable);
  const rows = [...table.tBodies[0].rows];
  const kind = box.dataset.chart;
  const datasets = within(box, '[data-chart-column]').map((key, place) => datasetOf(key, place, rows, kind));
  const [ink, line] = [colourOf(box), colourOf(table.rows[0].cells[0], 'border-bottom-color')];
  const isTime = kind === 'times';
  const most = Math.max(0, ...datasets.flatMap(({ data }) => data));
  const step = isTime ? timeStep(most) : undefined;
  return {
    data: { labels: rows.map(row => row.cells[0].textContent), datasets },
    options: {
      animation: false,
      maintainAspectRatio: false,
      interaction: { mode: 'index', intersect: false },
      scales: {
        x: { ticks: { color: ink, maxRotation: 0, autoSkipPadding: 12 }, grid: { display: false }, border: { color: line } },
        y: {
          beginAtZero: true,
          suggestedMax: isTime ? Math.ceil(most / step) * step : undefined,
          ticks: { color: ink, precision: 0, stepSize: step, callback: value => (isTime ? timeTick(value) : wholeNumber.format(value)) },
          grid: { color: line },
          border: { display: false },
        },
      },
      plugins: { tooltip: { callbacks: { label: ({ dataset, dataIndex }) => `${dataset.label}: ${dataset.words[dataIndex]}` } } },
    },
  };
}

function draw(box) {
  drawn.get(box)?.destroy();
  drawn.set(box, new Chart(box.querySelector('canvas'), configurationOf(box)));
  box.dataset.drawn = document.documentElement.dataset.theme;
}

const drawAll = () => within(document, '[data-chart]').forEach(draw);

drawAll();
new MutationObserver(drawAll).observe(document.documentElement, { attributeFilter: ['data-theme'] });
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawAll);
// Paper is light, whatever the screen is.
let themeOnScreen;
addEventListener('beforeprint', () => {
  themeOnScreen = document.documentElement.dataset.theme;
  document.documentElement.dataset.theme = 'light';
  drawAll();
});
addEventListener('afterprint', () => {
  document.documentElement.dataset.theme = themeOnScreen;
});
