/**
 * What the control API says about streams: records that become JSON. Lengths are bytes, rates
 * Mbit/s; a field that may be null is left empty where nothing is known.
 *
 * <p>Start with {@link org.lagroups.multicast.api.CastView}. The paths are {@code /v1/cast/…}; the
 * node's {@code /openapi.json} lists them.
 */
@NullMarked
package org.lagroups.multicast.api;

import org.jspecify.annotations.NullMarked;
