package org.lagroups.node.runtime.core;

import java.util.Optional;
import java.util.function.Function;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.group.endorse.Endorser;
import org.lagroups.core.group.protocol.GroupMachine;
import org.lagroups.core.monitor.Attestor;
import org.lagroups.core.monitor.HeartbeatMachine;
import org.lagroups.core.monitor.ask.QuestionMachine;
import org.lagroups.core.robust.protocol.RobustMachine;
import org.lagroups.core.route.Router;
import org.lagroups.core.transcript.exchange.TranscriptExchange;
import org.lagroups.machine.Environment;
import org.lagroups.machine.Machine;
import org.lagroups.machine.ProtocolId;
import org.lagroups.node.runtime.monitor.MemberTests;
import org.lagroups.node.runtime.monitor.answer.NetworkAnswers;
import org.lagroups.node.state.tables.CoreTables;
import org.lagroups.node.state.tables.LoopTimer;

/** The core's machines, and the attestor that acts on what they find. */
record CoreMachines(
    GroupMachine groups,
    HeartbeatMachine heartbeats,
    RobustMachine robust,
    MemberTests tests,
    QuestionMachine questions,
    Attestor attestor,
    Router router,
    TranscriptExchange transcripts) {

  /** Something that runs machines. */
  interface Host {
    <T extends Enum<T>, M extends Machine<T>> M host(
        ProtocolId protocol, Function<Environment<T>, M> factory);
  }

  static CoreMachines start(
      Host host, NodeParts parts, Endorser endorser, CoreTables tables, LoopTimer loop) {
    Identity identity = parts.identity();
    GroupMachine groups =
        host.host(
            GroupMachine.PROTOCOL,
            environment ->
                new GroupMachine(environment, identity, tables.groups(), Optional.of(endorser)));
    HeartbeatMachine heartbeats = host.host(HeartbeatMachine.PROTOCOL, HeartbeatMachine::new);
    RobustMachine robust =
        host.host(
            RobustMachine.PROTOCOL,
            environment -> new RobustMachine(environment, groups, tables.agreements()));
    Router router =
        host.host(Router.PROTOCOL, environment -> new Router(environment, identity, groups));
    MemberTests tests = new MemberTests(parts.config().tests(), heartbeats, loop);
    QuestionMachine questions =
        host.host(
            QuestionMachine.PROTOCOL,
            environment -> tests.questions(environment, new NetworkAnswers(loop)));
    Attestor attestor =
        new Attestor(
            identity.nodeId(),
            groups,
            parts.tests().apply(tests.monitor()),
            new InvitationAdmission(tables.invitations(), loop),
            tables.acquaintances());
    TranscriptExchange transcripts =
        host.host(
            TranscriptExchange.PROTOCOL,
            environment -> new TranscriptExchange(environment, groups, router, endorser));
    return new CoreMachines(
        groups, heartbeats, robust, tests, questions, attestor, router, transcripts);
  }
}
