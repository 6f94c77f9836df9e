/**
 * What the control API says about signatures of worms: records that become JSON. Times are
 * milliseconds since 1970-01-01 UTC, bytes are hexadecimal.
 *
 * <p>Start with {@link org.lagroups.wormguard.api.SignatureView}. The paths are {@code
 * /v1/guard/…}; the node's {@code /openapi.json} lists them.
 */
@NullMarked
package org.lagroups.wormguard.api;

import org.jspecify.annotations.NullMarked;
