/**
 * What {@code lag bench ui} measures: how soon the desktop client's window is there, and how
 * smoothly its longest list scrolls, drawn by the processor without a screen. Start with {@link
 * org.lagroups.scenarios.bench.ui.UiBenchmark}.
 */
@NullMarked
package org.lagroups.scenarios.bench.ui;

import org.jspecify.annotations.NullMarked;
