// A schematic map of Kazakhstan, drawn here: no map service is asked.

import { el, svg } from "./dom.js";
import { t } from "./words.js";

const WEST = 46;
const EAST = 87.8;
const NORTH = 55.8;
const SOUTH = 40.2;
const SCALE = 10;
const SQUEEZE = 0.67; // a degree of longitude at 48° N against one of latitude
const WIDTH = (EAST - WEST) * SQUEEZE * SCALE;
const HEIGHT = (NORTH - SOUTH) * SCALE;

// Longitude and latitude in degrees, rounded to a tenth: enough for a picture of this size.
const BORDER = [
  71, 42.3, 70.4, 42.1, 69.1, 41.4, 68.6, 40.7, 68.3, 40.7, 68, 41.1, 66.7, 41.2, 66.5, 42, 66, 42, 66.1, 43, 64.9, 43.7,
  63.2, 43.7, 62, 43.5, 61.1, 44.4, 60.2, 44.8, 58.5, 45.6, 55.9, 45, 56, 41.3, 55.5, 41.3, 54.8, 42, 54.1, 42.3, 52.9, 42.1,
  52.5, 41.8, 52.4, 42, 52.7, 42.4, 52.5, 42.8, 51.3, 43.1, 50.9, 44, 50.3, 44.3, 50.3, 44.6, 51.3, 44.5, 51.3, 45.2, 52.2, 45.4,
  53, 45.3, 53.2, 46.2, 53, 46.9, 52, 46.8, 51.2, 47, 50, 46.6, 49.1, 46.4, 48.6, 46.6, 48.7, 47.1, 48.1, 47.7, 47.3, 47.7,
  46.5, 48.4, 47, 49.2, 46.8, 49.4, 47.5, 50.5, 48.6, 49.9, 48.7, 50.6, 50.8, 51.7, 52.3, 51.7, 54.5, 51, 55.7, 50.6, 56.8, 51,
  58.4, 51.1, 59.6, 50.5, 59.9, 50.8, 61.3, 50.8, 61.6, 51.3, 60, 52, 60.9, 52.4, 60.7, 52.7, 61.7, 53, 61, 53.7, 61.4, 54,
  65.2, 54.4, 65.7, 54.6, 68.2, 55, 69.1, 55.4, 70.9, 55.2, 71.2, 54.1, 72.2, 54.4, 73.5, 54, 73.4, 53.5, 74.4, 53.5, 76.9, 54.5,
  76.5, 54.2, 77.8, 53.4, 80, 50.9, 80.6, 51.4, 81.9, 50.8, 83.4, 51.1, 83.9, 50.9, 84.4, 50.3, 85.1, 50.1, 85.5, 49.7, 86.8, 49.8,
  87.4, 49.2, 86.6, 48.5, 85.8, 48.5, 85.7, 47.5, 85.2, 47, 83.2, 47.3, 82.5, 45.5, 81.9, 45.3, 80, 44.9, 80.9, 43.2, 80.2, 42.9,
  80.3, 42.3, 79.6, 42.5, 79.1, 42.9, 77.7, 43, 76, 43, 75.6, 42.9, 74.2, 43.3, 73.6, 43.1, 73.5, 42.5, 71.8, 42.8, 71.2, 42.7,
];
const BALKHASH = [73.6, 45.6, 74.1, 46.2, 75.1, 46.6, 76.4, 46.6, 78.2, 46.5, 79.2, 46.4, 78.2, 46.2, 76.5, 46.4, 75.2, 46.3, 74.3, 45.7, 74, 45.1];
const ARAL = [60, 46.3, 60.7, 46.8, 61.6, 46.6, 61.2, 46.2, 60.4, 46];
const ZAISAN = [83.3, 48.3, 84, 48.2, 84.5, 47.8, 83.8, 47.9];
const CITIES = [
  ["Астана", 71.43, 51.13, "r"], ["Алматы", 76.91, 43.24, "t"], ["Шымкент", 69.6, 42.32, "r"], ["Ақтау", 51.17, 43.65, "r"],
  ["Атырау", 51.92, 47.11, "r"], ["Орал", 51.37, 51.23, "b"], ["Ақтөбе", 57.17, 50.28, "b"], ["Қостанай", 63.63, 53.21, "r"],
  ["Петропавл", 69.15, 54.87, "b"], ["Павлодар", 76.95, 52.29, "b"], ["Өскемен", 82.62, 49.95, "b"], ["Семей", 80.23, 50.41, "l"],
  ["Қарағанды", 73.1, 49.8, "r"], ["Жезқазған", 67.71, 47.8, "b"], ["Қызылорда", 65.51, 44.85, "r"], ["Тараз", 71.37, 42.9, "t"],
  ["Талдықорған", 78.37, 45.02, "t"],
];

const x = (longitude) => (longitude - WEST) * SQUEEZE * SCALE;
const y = (latitude) => (NORTH - latitude) * SCALE;

function outline(pairs, className) {
  const points = [];
  for (let index = 0; index < pairs.length; index += 2) points.push(`${x(pairs[index]).toFixed(1)},${y(pairs[index + 1]).toFixed(1)}`);
  return svg("polygon", { points: points.join(" "), class: className });
}

function city([name, longitude, latitude, side]) {
  const shift = { r: [3, 2, "start"], l: [-3, 2, "end"], t: [0, -3.5, "middle"], b: [0, 8, "middle"] }[side];
  return [
    svg("circle", { cx: x(longitude), cy: y(latitude), r: 1.4, class: "map-city" }),
    svg("text", { x: x(longitude) + shift[0], y: y(latitude) + shift[1], "text-anchor": shift[2], class: "map-name" }, name),
  ];
}

function pin() {
  return svg("g", { class: "map-pin" },
    svg("ellipse", { cx: 0, cy: 0, rx: 3.4, ry: 1.2, class: "map-shade" }),
    svg("path", { d: "M0 0C-2.5-5-6-7-6-11a6 6 0 0 1 12 0c0 4-3.5 6-6 11z" }),
    svg("circle", { cx: 0, cy: -11, r: 2.2, class: "map-hole" }));
}

/** The drawn map as an SVG with a pin; `place(latitude, longitude)` moves the pin. */
export function drawMap(latitude, longitude, names = false) {
  const mark = pin();
  const picture = svg("svg", { viewBox: `0 0 ${WIDTH.toFixed(0)} ${HEIGHT.toFixed(0)}`, class: "map", role: "img", "aria-label": t("map") },
    outline(BORDER, "map-land"), outline(BALKHASH, "map-water"), outline(ARAL, "map-water"), outline(ZAISAN, "map-water"),
    names ? CITIES.flatMap(city) : [], mark);
  const place = (lat, lon) => mark.setAttribute("transform", `translate(${x(lon).toFixed(1)} ${y(lat).toFixed(1)})`);
  place(latitude, longitude);
  return { picture, place };
}

const clamp = (value, low, high) => Math.min(high, Math.max(low, value));
const STEPS = { ArrowLeft: [0, -0.2], ArrowRight: [0, 0.2], ArrowUp: [0.2, 0], ArrowDown: [-0.2, 0] };

/** A form part where one clicks a point or types numbers; `value()` gives `{latitude, longitude}`. */
export function locationPicker(latitude = 43.238, longitude = 76.945) {
  const point = { latitude, longitude };
  const { picture, place } = drawMap(latitude, longitude, true);
  const field = (name, low, high) => el("input", {
    type: "number", step: "any", min: low, max: high, required: true, value: point[name].toFixed(5), testid: name,
    oninput: (event) => {
      if (event.target.validity.valid) point[name] = event.target.valueAsNumber;
      place(point.latitude, point.longitude);
    },
  });
  const fields = { latitude: field("latitude", -90, 90), longitude: field("longitude", -180, 180) };
  const move = (lat, lon) => {
    Object.assign(point, { latitude: clamp(lat, SOUTH, NORTH), longitude: clamp(lon, WEST, EAST) });
    for (const name of ["latitude", "longitude"]) fields[name].value = point[name].toFixed(5);
    place(point.latitude, point.longitude);
  };
  const board = el("div", {
    class: "map-board", tabindex: "0", role: "application", "aria-label": t("location_hint"), testid: "map-board",
    onclick: (event) => {
      const box = picture.getBoundingClientRect();
      move(NORTH - ((event.clientY - box.top) / box.height) * (NORTH - SOUTH), WEST + ((event.clientX - box.left) / box.width) * (EAST - WEST));
    },
    onkeydown: (event) => {
      if (!STEPS[event.key]) return;
      event.preventDefault();
      move(point.latitude + STEPS[event.key][0], point.longitude + STEPS[event.key][1]);
    },
  }, picture);
  const node = el("div", { class: "picker" }, el("p", { class: "hint" }, t("location_hint")), board,
    el("div", { class: "pair" }, el("label", {}, t("latitude"), fields.latitude), el("label", {}, t("longitude"), fields.longitude)));
  return { node, value: () => ({ ...point }) };
}
