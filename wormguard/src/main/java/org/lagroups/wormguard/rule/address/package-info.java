/**
 * Sets of addresses and of ports, as rules write them. Start with {@link
 * org.lagroups.wormguard.rule.address.AddressSet} and {@link
 * org.lagroups.wormguard.rule.address.PortSet}, which are immutable and asked for each packet;
 * {@link org.lagroups.wormguard.rule.address.Variables} are the names that an operator gives them,
 * and {@link org.lagroups.wormguard.rule.address.Sets} reads them.
 */
@NullMarked
package org.lagroups.wormguard.rule.address;

import org.jspecify.annotations.NullMarked;
