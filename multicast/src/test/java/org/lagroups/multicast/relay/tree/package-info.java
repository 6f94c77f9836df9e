@NullMarked
package org.lagroups.multicast.relay.tree;

import org.jspecify.annotations.NullMarked;
