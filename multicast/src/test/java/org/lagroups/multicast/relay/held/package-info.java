@NullMarked
package org.lagroups.multicast.relay.held;

import org.jspecify.annotations.NullMarked;
