/** Tests of inputs, with real files, pipes and loopback sockets. */
@NullMarked
package org.lagroups.multicast.runtime.input;

import org.jspecify.annotations.NullMarked;
