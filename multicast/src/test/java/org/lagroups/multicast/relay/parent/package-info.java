@NullMarked
package org.lagroups.multicast.relay.parent;

import org.jspecify.annotations.NullMarked;
