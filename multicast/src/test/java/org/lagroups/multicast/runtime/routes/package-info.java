/** Tests of what is typed, and of the files that are named there. */
@NullMarked
package org.lagroups.multicast.runtime.routes;

import org.jspecify.annotations.NullMarked;
