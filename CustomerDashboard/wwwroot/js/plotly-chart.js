// The one place that talks to plotly.js. A figure comes as traces and layout in which colours may be written as
// "var(--token)"; they are resolved here, so that one figure serves both themes and is redrawn when the theme changes.
let loading = null;
const charts = new Map();

function loadPlotly(url) {
  if (window.Plotly) return Promise.resolve();
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = url;
    script.onload = () => resolve();
    script.onerror = () => {
      loading = null;
      reject(new Error('plotly.js could not be loaded.'));
    };
    document.head.append(script);
  });
  return loading;
}

function resolver() {
  const style = getComputedStyle(document.documentElement);
  const known = new Map();
  const token = name => {
    if (!known.has(name)) known.set(name, style.getPropertyValue(name).trim());
    return known.get(name);
  };
  const resolve = value => {
    if (typeof value === 'string') return value.startsWith('var(--') && value.endsWith(')') ? token(value.slice(4, -1)) : value;
    // Arrays of figures need no walk; it would cost more than the drawing.
    if (Array.isArray(value)) return typeof value[0] === 'number' && typeof value.at(-1) === 'number' ? value : value.map(resolve);
    if (value === null || typeof value !== 'object') return value;
    if ('bdata' in value) return value;
    const copy = {};
    for (const key of Object.keys(value)) copy[key] = resolve(value[key]);
    return copy;
  };
  return { token, resolve };
}

function axis(given, token, scene) {
  const base = {
    gridcolor: token('--chart-grid'),
    linecolor: token('--chart-axis'),
    tickcolor: token('--chart-axis'),
    zerolinecolor: token('--chart-zero'),
    zerolinewidth: 1,
    tickfont: { size: 12, color: token('--chart-text') },
    separatethousands: true,
    ...given,
  };
  const text = typeof given?.title === 'string' ? { text: given.title } : (given?.title ?? {});
  base.title = { standoff: 12, ...text, font: { size: 12, color: token('--chart-text'), ...text.font } };
  if (scene) base.backgroundcolor = 'rgba(0,0,0,0)';
  else {
    base.automargin = given?.automargin ?? true;
    if (base.type === 'category') base.ticklabelstandoff ??= 6;
  }
  return base;
}

function themed(figure) {
  const { token, resolve } = resolver();
  const layout = resolve(figure.layout);
  const font = getComputedStyle(document.body).fontFamily;
  const result = {
    autosize: true,
    paper_bgcolor: 'rgba(0,0,0,0)',
    plot_bgcolor: 'rgba(0,0,0,0)',
    hovermode: 'closest',
    dragmode: false,
    uirevision: 'keep',
    ...layout,
    margin: { l: 8, r: 16, t: 16, b: 8, pad: 0, ...layout.margin },
    font: { family: font, size: 12, color: token('--chart-text'), ...layout.font },
    hoverlabel: {
      bgcolor: token('--surface-raised'),
      bordercolor: token('--line-strong'),
      align: 'left',
      ...layout.hoverlabel,
      font: { family: font, size: 12, color: token('--text') },
    },
    modebar: { bgcolor: 'rgba(0,0,0,0)', color: token('--text-faint'), activecolor: token('--accent'), ...layout.modebar },
    legend: { orientation: 'h', x: 0, xanchor: 'left', y: 1.02, yanchor: 'bottom', font: { size: 12, color: token('--chart-text') }, ...layout.legend },
    selections: layout.selections ?? [],
    newselection: { line: { color: token('--accent'), width: 1.5, dash: 'solid' } },
  };
  for (const key of Object.keys(layout)) {
    if (/^[xy]axis\d*$/.test(key)) result[key] = axis(layout[key], token, false);
    if (/^scene\d*$/.test(key)) {
      result[key] = { bgcolor: 'rgba(0,0,0,0)', ...layout[key] };
      for (const name of ['xaxis', 'yaxis', 'zaxis']) result[key][name] = axis(layout[key][name] ?? {}, token, true);
    }
  }
  const data = resolve(figure.data);
  for (const trace of data) {
    // Words on a bar are black or white, whichever can be read on it.
    if (trace.type === 'bar' && ['inside', 'auto'].includes(trace.textposition) && typeof trace.marker?.color === 'string')
      trace.insidetextfont = { size: 12, color: readableOn(trace.marker.color), ...trace.insidetextfont };
  }
  for (const trace of data.filter(candidate => candidate.type === 'heatmap' && candidate.texttemplate)) data.push(cellText(trace));
  for (const note of result.annotations ?? []) note.font = { size: 12, color: token('--chart-text'), ...note.font };
  return { data, layout: result };
}

// plotly.js writes cells of middling colour in a grey that is hard to read; this writes each cell in black or white.
function cellText(trace) {
  const values = trace.z.flat().filter(value => value !== null);
  const low = trace.zmin ?? Math.min(...values);
  const high = trace.zmax ?? Math.max(...values);
  const text = { type: 'scatter', mode: 'text', x: [], y: [], text: [], textfont: { size: 12, color: [] }, hoverinfo: 'skip', showlegend: false };
  trace.y.forEach((row, r) => trace.x.forEach((column, c) => {
    const value = trace.z[r][c];
    text.x.push(column);
    text.y.push(row);
    text.text.push(trace.text[r][c]);
    text.textfont.color.push(value === null ? 'gray' : readableOn(colorAt(trace.colorscale, high > low ? (value - low) / (high - low) : 0.5)));
  }));
  trace.texttemplate = '';
  return text;
}

function colorAt(scale, share) {
  const at = Math.min(Math.max(share, 0), 1) * (scale.length - 1);
  const below = Math.min(Math.floor(at), scale.length - 2);
  const [from, to] = [channels(scale[below][1]), channels(scale[below + 1][1])];
  return '#' + from.map((channel, i) => Math.round(channel + (at - below) * (to[i] - channel)).toString(16).padStart(2, '0')).join('');
}

function channels(color) {
  return /^#(..)(..)(..)$/.exec(color)?.slice(1).map(part => parseInt(part, 16)) ?? [127, 127, 127];
}

function readableOn(color) {
  const [r, g, b] = channels(color).map(channel => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  // The luminance at which black and white have the same contrast.
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.179 ? '#000000' : '#ffffff';
}

const config = figure => ({
  displaylogo: false,
  displayModeBar: 'hover',
  responsive: false,
  scrollZoom: false,
  doubleClick: 'reset+autosize',
  modeBarButtonsToRemove: figure.selectable ? ['toImage', 'sendChartToCloud'] : ['toImage', 'sendChartToCloud', 'select2d', 'lasso2d', 'autoScale2d'],
  ...figure.config,
});

// Charts are drawn one after the other, with room for the browser between them, so that a page of many charts stays
// usable; those out of sight wait until they come near.
let queue = Promise.resolve();

function enqueue(chart) {
  if (chart.queued) return queue;
  chart.queued = true;
  queue = queue.then(() => new Promise(resolve => setTimeout(resolve))).then(() => paint(chart)).catch(error => {
    if (charts.get(chart.plot) !== chart) return;
    console.error(error);
    chart.callbacks.invokeMethodAsync('OnPlotlyFailed', String(error?.message ?? error));
  });
  return queue;
}

const nearby = new IntersectionObserver(entries => {
  for (const entry of entries) {
    const chart = charts.get(entry.target);
    if (!entry.isIntersecting || !chart) continue;
    nearby.unobserve(entry.target);
    enqueue(chart);
  }
}, { rootMargin: '400px' });

async function paint(chart) {
  chart.queued = false;
  const { plot } = chart;
  await loadPlotly(chart.plotlyUrl);
  if (charts.get(plot) !== chart || !plot.isConnected) return;
  const { data, layout } = themed(chart.figure);
  // Words under the hand would stay behind where they were, cut off by the new drawing.
  if (plot.dataset.drawn) plot.querySelector('.hoverlayer')?.replaceChildren();
  // Taking away a lasso that was drawn by hand is told like a choice that was lifted; nobody lifted it here.
  chart.painting = true;
  try {
    await Plotly.react(plot, data, layout, config(chart.figure));
    if (chart.figure.selectable && plot.dataset.drawn) await new Promise(resolve => setTimeout(resolve, 50));
  } finally {
    chart.painting = false;
  }
  if (!plot.dataset.drawn) follow(chart);
  plot.dataset.drawn = 'true';
}

function follow(chart) {
  const { plot, callbacks } = chart;
  plot.on('plotly_click', event => {
    const point = event?.points?.[0];
    if (!point) return;
    callbacks.invokeMethodAsync('OnPlotlyClick', point.curveNumber, point.pointIndex ?? point.pointNumber ?? 0, String(point.x ?? point.label ?? ''));
  });
  plot.on('plotly_selected', event => sendSelection(chart, event?.points ?? []));
  plot.on('plotly_relayout', change => {
    // A shape that may be dragged was let go: tell where it is now.
    const moved = Object.keys(change ?? {}).map(key => /^shapes\[(\d+)\]\.y0$/.exec(key)).find(match => match);
    const shape = moved && chart.figure.config?.edits?.shapePosition && plot.layout.shapes?.[moved[1]];
    if (shape) callbacks.invokeMethodAsync('OnPlotlyShapeMoved', Number(moved[1]), (shape.y0 + shape.y1) / 2);
  });
  plot.on('plotly_deselect', () => sendSelection(chart, []));

  // A chart in a hidden tab has no width; it is measured again when it appears.
  chart.observer = new ResizeObserver(() => {
    cancelAnimationFrame(chart.frame);
    chart.frame = requestAnimationFrame(() => {
      if (charts.get(plot) === chart && plot.clientWidth > 0) Plotly.Plots.resize(plot);
    });
  });
  chart.observer.observe(plot);
}

/** Takes a figure in charge: it is drawn when it comes near the window, and then again whenever update or the theme asks. */
export function draw(plot, figure, plotlyUrl, callbacks) {
  charts.set(plot, { plot, figure, plotlyUrl, callbacks });
  nearby.observe(plot);
}

export function update(plot, figure) {
  const chart = charts.get(plot);
  if (!chart) return;
  chart.figure = figure;
  if (plot.dataset.drawn) enqueue(chart);
}

function sendSelection(chart, points) {
  // A stream without a byte never ends for the one who reads it.
  if (points.length === 0) {
    if (chart.painting) return;
    chart.callbacks.invokeMethodAsync('OnPlotlyDeselected');
    return;
  }
  // Pairs of trace and point: a selection of many thousands crosses as bytes, not as text.
  const pairs = new Int32Array(points.length * 2);
  points.forEach((point, i) => {
    pairs[2 * i] = point.curveNumber;
    pairs[2 * i + 1] = point.pointIndex ?? point.pointNumber;
  });
  chart.callbacks.invokeMethodAsync('OnPlotlySelected', DotNet.createJSStreamReference(pairs));
}

/** Saves the chart as a picture on the page's own surface, with its title. */
export async function download(plot, name, title) {
  const chart = charts.get(plot);
  if (!chart) return;
  await loadPlotly(chart.plotlyUrl);
  const { data, layout } = themed(chart.figure);
  const token = resolver().token;
  layout.paper_bgcolor = token('--surface');
  layout.title = { text: title, x: 0.02, xanchor: 'left', font: { size: 18, color: token('--text') } };
  layout.margin = { ...layout.margin, t: 64, l: 24, r: 24, b: 24 };
  const width = Math.max(plot.clientWidth, 640);
  const height = Math.max(plot.clientHeight, 400);
  const url = await Plotly.toImage({ data, layout: { ...layout, width, height } }, { format: 'png', width, height, scale: 2 });
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name}.png`;
  link.click();
}

export function dispose(plot) {
  const chart = charts.get(plot);
  if (!chart) return;
  charts.delete(plot);
  nearby.unobserve(plot);
  chart.observer?.disconnect();
  cancelAnimationFrame(chart.frame);
  if (window.Plotly) Plotly.purge(plot);
}

function everyChart(choose) {
  for (const chart of charts.values()) {
    if (!choose(chart)) continue;
    nearby.unobserve(chart.plot);
    enqueue(chart);
  }
}

new MutationObserver(() => everyChart(chart => chart.plot.dataset.drawn))
  .observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
window.addEventListener('beforeprint', () => everyChart(chart => !chart.plot.dataset.drawn));
