package org.lagroups.wormguard.rule;

/** Which packets a rule is about. */
public record Header(
    Protocol protocol, Endpoint source, Direction direction, Endpoint destination) {}
