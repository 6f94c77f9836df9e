@NullMarked
package org.lagroups.multicast.relay.flow;

import org.jspecify.annotations.NullMarked;
