// The map of a region: a mark of several places brings one closer, until they come apart.
import { live } from "./map.js";

live(document.querySelector("[data-map]"));
