package org.lagroups.core.attestation;

import org.lagroups.machine.NodeId;

/** One attestee of a link-state advertisement. */
public record Entry(NodeId attestee, LinkInfo info) {}
