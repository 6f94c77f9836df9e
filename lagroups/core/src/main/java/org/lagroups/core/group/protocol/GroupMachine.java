package org.lagroups.core.group.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.lagroups.core.attestation.Equivocation;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.crypto.SignatureVerifier;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.core.group.AttestedNode;
import org.lagroups.core.group.Contact;
import org.lagroups.core.group.GroupEvent;
import org.lagroups.core.group.GroupStore;
import org.lagroups.core.group.JoinRequest;
import org.lagroups.core.group.JoinResult;
import org.lagroups.core.group.LaGroups;
import org.lagroups.core.group.LimitReachedException;
import org.lagroups.core.group.Member;
import org.lagroups.core.group.StoredGroup;
import org.lagroups.core.group.Subscription;
import org.lagroups.core.group.endorse.Endorser;
import org.lagroups.core.group.spread.GroupCounters;
import org.lagroups.core.group.spread.GroupStatistics;
import org.lagroups.core.group.spread.Outbox;
import org.lagroups.core.group.spread.PeerBudgets;
import org.lagroups.core.group.spread.Sender;
import org.lagroups.core.transcript.Transcript;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Environment;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.Machine;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.ProtocolId;

/** All groups of a node: the application's interface, and the protocol behind it. */
public final class GroupMachine implements Machine<GroupTimer>, LaGroups {

  /** The group protocol's number on a link. */
  public static final ProtocolId PROTOCOL = new ProtocolId(1);

  private final Environment<GroupTimer> environment;
  private final NodeId self;
  private final Services services;
  private final GroupCounters counters = new GroupCounters();
  private final Notifications notifications = new Notifications();
  private final GroupTable table = new GroupTable();
  private final Dispatch dispatch;
  private final Timetable timetable;
  private LocalDescription description = LocalDescription.NOTHING;
  private boolean started;
  private int depth;

  /**
   * A machine with the groups that {@code store} has; it acts once it is started.
   *
   * @param identity the keys of the node on which it runs
   * @param endorser signs with the same identity's BLS key; without one, this node gives and takes
   *     no shares of endorsements, and has no transcripts
   * @throws IllegalArgumentException if the identity is another node's
   */
  public GroupMachine(
      Environment<GroupTimer> environment,
      Identity identity,
      GroupStore store,
      Optional<Endorser> endorser) {
    this(environment, identity, store, endorser, SignatureVerifier.DIRECT);
  }

  /** As the other one, with a verifier of its own for the signatures of advertisements. */
  public GroupMachine(
      Environment<GroupTimer> environment,
      Identity identity,
      GroupStore store,
      Optional<Endorser> endorser,
      SignatureVerifier verifier) {
    if (!environment.self().equals(identity.nodeId())) {
      throw new IllegalArgumentException("these keys belong to node " + identity.nodeId());
    }
    this.environment = environment;
    this.self = identity.nodeId();
    Sender sender = new Sender(environment, counters);
    this.services =
        new Services(
            environment,
            identity,
            verifier,
            store,
            new PastNumbers(store),
            sender,
            new Outbox(self, sender, environment::elapsedNanos),
            new PeerBudgets(environment::elapsedNanos),
            table::allowanceOf,
            counters,
            new Links(environment),
            endorser,
            () -> description,
            this::enter);
    this.dispatch = new Dispatch(table, services);
    this.timetable = new Timetable(environment, table, services.outbox());
    for (StoredGroup stored : store.load()) {
      if (stored.joined()) {
        add(stored, Admission.granted(stored.group(), notifications));
      } else {
        services.past().forget(stored.group(), stored.reservedSequence());
      }
    }
  }

  /**
   * Sets what this node says of itself in all its groups.
   *
   * @param name at most {@link org.lagroups.core.attestation.LinkStateAdvertisement#MAX_NAME_BYTES}
   *     in UTF-8
   * @param addresses where it can be reached, most preferred first, at most {@link
   *     org.lagroups.core.attestation.LinkStateAdvertisement#MAX_ADDRESSES}
   * @throws IllegalArgumentException if one of them is too long
   */
  public void describe(String name, List<NodeAddress> addresses) {
    LocalDescription next = new LocalDescription(name, addresses);
    if (!next.equals(description)) {
      description = next;
      enter(() -> table.all().forEach(group -> group.state().own().changed()));
    }
  }

  /**
   * How many advertisements of others this node holds: at most one of each other member, and {@link
   * org.lagroups.core.group.view.AdvertisementDatabase#MAX_CANDIDATES}.
   *
   * @throws org.lagroups.core.group.UnknownGroupException if this node does not belong to it
   */
  public int advertisementsHeld(GroupId group) {
    return table.get(group).database().all().size();
  }

  /** What the protocol has done so far, for metrics. */
  public GroupStatistics statistics() {
    return counters.snapshot();
  }

  @Override
  public void start() {
    started = true;
    enter(() -> table.all().forEach(group -> group.state().begin()));
  }

  @Override
  public void onMessage(NodeId from, Bytes message) {
    enter(() -> dispatch.take(from, message));
  }

  @Override
  public void onTimer(GroupTimer timer) {
    enter(() -> {
      timetable.fired(timer);
      if (timer == GroupTimer.RELAY) {
        services.outbox().flush();
      } else {
        timetable.due(timer).forEach(group -> act(timer, group.state()));
      }
    });
  }

  @Override
  public void onLinkDown(NodeId peer) {
    enter(() -> services.outbox().forget(peer));
  }

  @Override
  public void onLinkUp(NodeId peer) {
    enter(() -> {
      services.outbox().forget(peer);
      for (GroupTable.Membership group : table.all()) {
        group.state().admission().reached(peer);
        group.state().endorsements().ifPresent(desk -> desk.linked(peer));
        group.state().neighbours().greet(peer);
      }
    });
  }

  @Override
  public GroupId create(GroupSettings settings) {
    requireRoom();
    GroupId group = GroupId.random(environment.random());
    StoredGroup fresh =
        new StoredGroup(group, settings, true, 0, List.of(), List.of(), List.of(), List.of());
    enter(() -> add(fresh, Admission.granted(group, notifications)).begin());
    return group;
  }

  @Override
  public void join(JoinRequest request, Consumer<JoinResult> done) {
    requireRoom();
    GroupId group = request.group();
    List<NodeId> members = request.members().stream().map(Contact::node).distinct().toList();
    if (table.find(group).isPresent()) {
      throw new IllegalArgumentException("this node belongs to group " + group + " already");
    }
    if (members.contains(self)) {
      throw new IllegalArgumentException("a node cannot join a group by asking itself");
    }
    if (members.size() >= request.settings().maxMembers()) {
      throw new LimitReachedException(
          "a group of at most %d members has no room for a newcomer and %d others"
              .formatted(request.settings().maxMembers(), members.size()));
    }
    long deadline =
        environment.elapsedNanos() + TimeUnit.MILLISECONDS.toNanos(request.timeoutMillis());
    JoinProgress progress = new JoinProgress(request, done, deadline);
    enter(() -> {
      StoredGroup fresh = services.past().beyond(progress.firstState(environment.wallMillis()));
      GroupState state = add(fresh, Admission.wanted(progress, notifications));
      state.begin();
      members.stream().filter(environment::isLinked).forEach(state.admission()::reached);
    });
  }

  @Override
  public void leave(GroupId group) {
    GroupState state = table.get(group);
    enter(() -> {
      table.remove(group);
      state.leave();
      state.admission().giveUp();
    });
  }

  @Override
  public Set<GroupId> groups() {
    return table.ids();
  }

  @Override
  public GroupSettings settings(GroupId group) {
    return table.get(group).settings();
  }

  @Override
  public List<AttestedNode> attestsOut(GroupId group, NodeId node) {
    return attested(table.get(group).view().attesteesOf(node));
  }

  @Override
  public List<AttestedNode> attestsIn(GroupId group, NodeId node) {
    return attested(table.get(group).view().attestersOf(node));
  }

  @Override
  public AttestationGraph<NodeId> attestations(GroupId group) {
    return table.get(group).view().graph();
  }

  @Override
  public void transcript(GroupId group, int leastSigners, Consumer<Optional<Transcript>> done) {
    Consumer<Optional<Transcript>> told =
        transcript -> notifications.add(() -> done.accept(transcript));
    GroupState state = table.get(group);
    Set<NodeId> attesters = state.view().attestersOf(self).keySet();
    enter(() ->
        state
            .endorsements()
            .ifPresentOrElse(
                desk ->
                    desk.transcript(
                        attesters, leastSigners, found -> enter(() -> told.accept(found))),
                () -> told.accept(Optional.empty())));
  }

  @Override
  public SortedMap<NodeId, Equivocation> equivocators(GroupId group) {
    return table.get(group).database().equivocators().proofs();
  }

  @Override
  public Optional<Member> member(GroupId group, NodeId node) {
    return table.get(group).member(node);
  }

  @Override
  public OptionalLong remainingMillis(GroupId group, NodeId attester) {
    return table.get(group).remainingMillis(attester);
  }

  @Override
  public Subscription attestsChange(GroupId group, Consumer<GroupEvent> listener) {
    return table.get(group).listeners().add(listener);
  }

  @Override
  public void startAttest(GroupId group, NodeId node, LinkInfo info) {
    if (node.equals(self)) {
      throw new IllegalArgumentException("nobody attests to itself");
    }
    GroupState state = table.get(group);
    enter(() -> state.attest(node, info));
  }

  @Override
  public void stopAttest(GroupId group, NodeId node, Reason reason) {
    GroupState state = table.get(group);
    enter(() -> state.withdraw(node, reason));
  }

  private void requireRoom() {
    if (table.ids().size() >= MAX_GROUPS) {
      throw new LimitReachedException(
          "a node belongs to at most %d groups; leave one first".formatted(MAX_GROUPS));
    }
  }

  private GroupState add(StoredGroup stored, Admission admission) {
    GroupState state = new GroupState(stored, services, new Listeners(notifications), admission);
    table.add(new GroupTable.Membership(state, new GroupInbox(state, services)));
    return state;
  }

  private void act(GroupTimer timer, GroupState state) {
    switch (timer) {
      case ADVERTISE -> state.advertise();
      case EXPIRE -> state.dropEnded();
      case REPAIR -> state.neighbours().compareWithSomeone();
      case JOIN -> {
        table.remove(state.group());
        state.abandon();
        state.admission().giveUp();
      }
      case RELAY -> throw new IllegalStateException("relaying is not a matter of one group");
    }
  }

  /** Runs a call; after the outermost one, changes are stored, timers set and listeners told. */
  private void enter(Runnable call) {
    depth++;
    try {
      call.run();
    } finally {
      depth--;
    }
    if (depth == 0 && started) {
      table.all().forEach(group -> group.state().saveIfChanged());
      timetable.arm();
      notifications.deliver();
    }
  }

  private static List<AttestedNode> attested(SortedMap<NodeId, LinkInfo> nodes) {
    List<AttestedNode> all = new ArrayList<>(nodes.size());
    nodes.forEach((node, info) -> all.add(new AttestedNode(node, info)));
    return all;
  }
}
