/** The relay in virtual time; {@link org.lagroups.multicast.relay.RelayLab} makes a group of it. */
@NullMarked
package org.lagroups.multicast.relay;

import org.jspecify.annotations.NullMarked;
