@NullMarked
package org.lagroups.multicast.relay.child;

import org.jspecify.annotations.NullMarked;
