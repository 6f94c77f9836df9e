package org.lagroups.simnet;

import org.lagroups.simnet.engine.Engine;
import org.lagroups.simnet.link.Fabric;
import org.lagroups.simnet.net.Network;
import org.lagroups.simnet.trace.Trace;

/** What the nodes of one simulation have in common. */
record World(
    long seed,
    long originMillis,
    Engine engine,
    Trace trace,
    Network network,
    Fabric fabric,
    TimerFaults timerFaults) {}
