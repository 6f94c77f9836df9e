/**
 * What {@code lag bench session} measures: bulk data over loopback, between two event loops of one
 * process.
 *
 * <p>Start with {@link org.lagroups.scenarios.bench.session.TransferMeter}, which measures a {@link
 * org.lagroups.scenarios.bench.session.Traffic}: our sessions ({@link
 * org.lagroups.scenarios.bench.session.SessionTraffic}), or the same libraries and the system
 * alone.
 *
 * <p><b>Threads.</b> Each traffic runs on its own threads until it is closed.
 */
@NullMarked
package org.lagroups.scenarios.bench.session;

import org.jspecify.annotations.NullMarked;
