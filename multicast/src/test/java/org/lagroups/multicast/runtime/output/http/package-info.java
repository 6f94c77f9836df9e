/** Tests with real players on loopback connections. */
@NullMarked
package org.lagroups.multicast.runtime.output.http;

import org.jspecify.annotations.NullMarked;
