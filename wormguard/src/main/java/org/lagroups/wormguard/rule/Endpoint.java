package org.lagroups.wormguard.rule;

import org.lagroups.wormguard.rule.address.AddressSet;
import org.lagroups.wormguard.rule.address.PortSet;

/**
 * One side of a header.
 *
 * @param ports matter only where the protocol has ports
 */
public record Endpoint(AddressSet addresses, PortSet ports) {}
