/** Tests of pipes, recordings and UDP, with real ones. */
@NullMarked
package org.lagroups.multicast.runtime.output.sink;

import org.jspecify.annotations.NullMarked;
