package org.lagroups.core.monitor.kit;

import java.util.List;
import java.util.Optional;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.group.Contact;
import org.lagroups.core.group.JoinRequest;
import org.lagroups.core.group.protocol.GroupMachine;
import org.lagroups.core.monitor.Attestor;
import org.lagroups.core.monitor.HeartbeatMachine;
import org.lagroups.core.monitor.ask.AnswerSource;
import org.lagroups.core.monitor.ask.QuestionMachine;
import org.lagroups.core.monitor.ask.QuestionSettings;
import org.lagroups.core.testing.MemoryAttestorStore;
import org.lagroups.core.testing.MemoryGroupStore;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Environment;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.Machine;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.ProtocolId;
import org.lagroups.simnet.Host;

/** A node that vouches for whoever passes the battery of its kit, put together as a real one is. */
public final class KitNode {

  public final GroupMachine groups;
  public final TestKit kit;
  public final Attestor attestor;
  public final QuestionMachine questions;

  /** With an answer to each question that it finds out at once. */
  public KitNode(
      Host host,
      Identity identity,
      KitSettings settings,
      QuestionSettings asked,
      AnswerSource answers) {
    groups =
        host.install(
            GroupMachine.PROTOCOL,
            environment ->
                new GroupMachine(environment, identity, new MemoryGroupStore(), Optional.empty()));
    HeartbeatMachine heartbeats = host.install(HeartbeatMachine.PROTOCOL, HeartbeatMachine::new);
    Clock clock = host.install(new ProtocolId(15), Clock::new);
    kit = new TestKit(settings, heartbeats, clock.environment()::elapsedNanos);
    clock.drive(kit);
    questions =
        host.install(
            QuestionMachine.PROTOCOL,
            environment ->
                new QuestionMachine(
                    environment,
                    asked,
                    answers,
                    kit.votes(),
                    () -> kit.subjects(TestKind.ANSWERS)));
    attestor =
        new Attestor(
            host.self(),
            groups,
            kit,
            (group, node, token, decision) -> decision.accept(true),
            new MemoryAttestorStore());
    groups.describe(host.name(), List.of(host.address()));
  }

  GroupId create(GroupSettings settings) {
    GroupId group = groups.create(settings);
    attestor.serve(group);
    return group;
  }

  void join(GroupId group, GroupSettings settings, Contact member) {
    groups.join(new JoinRequest(group, settings, List.of(member), Bytes.EMPTY, 30_000), done -> {});
    attestor.serve(group);
  }

  /** What a clock does. */
  enum Tick {
    TICK
  }

  /** Tells the kit that time passes. */
  static final class Clock implements Machine<Tick> {

    private final Environment<Tick> environment;
    private Optional<TestKit> kit = Optional.empty();

    Clock(Environment<Tick> environment) {
      this.environment = environment;
    }

    Environment<Tick> environment() {
      return environment;
    }

    void drive(TestKit driven) {
      kit = Optional.of(driven);
    }

    @Override
    public void start() {
      environment.setTimer(Tick.TICK, 1_000);
    }

    @Override
    public void onTimer(Tick timer) {
      kit.ifPresent(TestKit::tick);
      environment.setTimer(Tick.TICK, 1_000);
    }

    @Override
    public void onMessage(NodeId from, Bytes message) {
      kit.ifPresent(one -> one.arrivals().arrived(from, message.length()));
    }
  }
}
