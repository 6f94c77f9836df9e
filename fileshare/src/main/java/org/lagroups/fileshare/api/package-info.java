/**
 * What the control API says about file sharing: records that become JSON. Lengths are bytes, times
 * milliseconds since 1970-01-01 UTC; a field that may be null is left empty where nothing is known.
 *
 * <p>Start with {@link org.lagroups.fileshare.api.SearchView}. The paths are {@code /v1/share/…};
 * the node's {@code /openapi.json} lists them.
 */
@NullMarked
package org.lagroups.fileshare.api;

import org.jspecify.annotations.NullMarked;
