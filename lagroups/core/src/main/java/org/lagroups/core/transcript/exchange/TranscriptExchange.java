package org.lagroups.core.transcript.exchange;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.group.LaGroups;
import org.lagroups.core.group.UnknownGroupException;
import org.lagroups.core.group.endorse.Endorser;
import org.lagroups.core.route.Router;
import org.lagroups.core.transcript.Transcript;
import org.lagroups.core.transcript.exchange.Outcome.Given;
import org.lagroups.core.transcript.exchange.Outcome.Missing;
import org.lagroups.core.transcript.exchange.Outcome.Why;
import org.lagroups.core.transcript.snapshot.Snapshot;
import org.lagroups.core.wire.SnapshotCodec;
import org.lagroups.core.wire.TranscriptCodec;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Environment;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.Machine;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.ProtocolId;

/**
 * Gives this node's transcripts to members that ask, and gets theirs; puts them together to
 * snapshots, when somebody asks for one.
 *
 * <p>As a machine it has only a timer: what it says travels as routed requests.
 */
public final class TranscriptExchange implements Machine<ExchangeTimer> {

  /** The number of its service. */
  public static final ProtocolId PROTOCOL = new ProtocolId(5);

  /** How long a member has to give its transcript. */
  static final long TRANSCRIPT_TIMEOUT_MILLIS = 4_000;

  /** How long the transcripts of all members may take together: some may need a second route. */
  static final long COLLECTION_MILLIS = 2 * TRANSCRIPT_TIMEOUT_MILLIS + 1_000;

  /** How long a member has to give a snapshot, for which it may have to ask all others. */
  static final long SNAPSHOT_TIMEOUT_MILLIS = COLLECTION_MILLIS + 3_000;

  private static final Asker.Question<Transcript> TRANSCRIPT =
      new Asker.Question<>(
          ProofRequest.TRANSCRIPT, TRANSCRIPT_TIMEOUT_MILLIS, TranscriptCodec::decode);

  private static final Asker.Question<Snapshot> SNAPSHOT =
      new Asker.Question<>(ProofRequest.SNAPSHOT, SNAPSHOT_TIMEOUT_MILLIS, SnapshotCodec::decode);

  private final Environment<ExchangeTimer> environment;
  private final LaGroups groups;
  private final Asker asker;
  private final Examination examination;
  private final Tally tally = new Tally();
  private final Map<GroupId, Kept> kept = new HashMap<>();

  /** What is kept of a group. */
  private record Kept(Shared<Transcript> own, Shared<Snapshot> snapshot) {}

  /**
   * Serves members from now on.
   *
   * @param endorser checks what others send
   */
  public TranscriptExchange(
      Environment<ExchangeTimer> environment, LaGroups groups, Router router, Endorser endorser) {
    this.environment = environment;
    this.groups = groups;
    this.asker = new Asker(environment.self(), groups, router);
    this.examination = new Examination(endorser, environment::wallMillis);
    ProofDesk desk = new ProofDesk(environment::elapsedNanos, tally, this::own, this::snapshot);
    router.serve(PROTOCOL, desk);
  }

  /**
   * The transcript of a member: by all who attest to it, as far as they have signed. Its signatures
   * are good, whoever the signers are.
   *
   * @param member this node, or another
   * @param done called once, perhaps later
   * @throws UnknownGroupException if this node does not belong to the group
   */
  public void transcript(GroupId group, NodeId member, Consumer<Outcome<Transcript>> done) {
    requireMember(group);
    if (member.equals(environment.self())) {
      own(group, found -> done.accept(outcome(found, Why.NOTHING_SIGNED)));
      return;
    }
    asker.ask(
        group,
        member,
        TRANSCRIPT,
        answer -> examine(group, member, answer, done),
        missing -> done.accept(noted(missing)));
  }

  /**
   * A snapshot of a group, of the transcripts of all members that give theirs now. One that was
   * made within the last sixth of T_a is given again.
   *
   * @param done called once, perhaps later; with nothing if nobody has given anything
   * @throws UnknownGroupException if this node does not belong to the group
   */
  public void snapshot(GroupId group, Consumer<Optional<Snapshot>> done) {
    requireMember(group);
    kept(group).snapshot.get(done);
    setTimer();
  }

  /**
   * The snapshot that a member has made, checked: what is not valid is left out of it.
   *
   * @param member another node
   * @param done called once, perhaps later
   * @throws UnknownGroupException if this node does not belong to the group
   */
  public void snapshotFrom(GroupId group, NodeId member, Consumer<Outcome<Snapshot>> done) {
    requireMember(group);
    asker.ask(
        group,
        member,
        SNAPSHOT,
        answer ->
            ifMember(
                group,
                settings ->
                    examination.check(
                        answer,
                        group,
                        settings,
                        checked -> done.accept(noted(outcome(checked, Why.NOT_VALID)))),
                () -> done.accept(new Missing<>(Why.LEFT))),
        missing -> done.accept(noted(missing)));
  }

  /** What has happened so far. */
  public ExchangeCounters counters() {
    return tally.snapshot();
  }

  @Override
  public void start() {
    // Nothing to do until somebody asks.
  }

  @Override
  public void onMessage(NodeId from, Bytes message) {
    tally.refused();
  }

  @Override
  public void onTimer(ExchangeTimer timer) {
    for (Kept all : Set.copyOf(kept.values())) {
      all.own.expire();
      all.snapshot.expire();
    }
    setTimer();
  }

  private void own(GroupId group, Consumer<Optional<Transcript>> done) {
    kept(group).own.get(done);
    setTimer();
  }

  private Kept kept(GroupId group) {
    kept.keySet().retainAll(groups.groups());
    return kept.computeIfAbsent(group, this::nothingYet);
  }

  private Kept nothingYet(GroupId group) {
    long step = groups.settings(group).grid().stepMillis();
    Shared<Transcript> own =
        new Shared<>(
            TimeUnit.MILLISECONDS.toNanos(step / 2),
            TimeUnit.MILLISECONDS.toNanos(TRANSCRIPT_TIMEOUT_MILLIS),
            environment::elapsedNanos,
            done -> {
              sign(group, done);
              return Optional::empty;
            });
    Shared<Snapshot> snapshot =
        new Shared<>(
            TimeUnit.MILLISECONDS.toNanos(step),
            TimeUnit.MILLISECONDS.toNanos(COLLECTION_MILLIS),
            environment::elapsedNanos,
            done -> collect(group, done));
    return new Kept(own, snapshot);
  }

  /** By all who attest to this node, or as many of them as there are. */
  private void sign(GroupId group, Consumer<Optional<Transcript>> done) {
    int attesters = groups.attestsIn(group, environment.self()).size();
    groups.transcript(group, Math.max(1, attesters), done);
  }

  private Supplier<Optional<Snapshot>> collect(GroupId group, Consumer<Optional<Snapshot>> done) {
    Set<NodeId> members = new TreeSet<>(groups.attestations(group).vertices());
    Collection collection = new Collection(group, members, done);
    collection.begin((member, then) ->
        transcript(
            group,
            member,
            outcome ->
                then.accept(
                    outcome instanceof Given<Transcript>(Transcript transcript)
                        ? Optional.of(transcript)
                        : Optional.empty())));
    return collection::soFar;
  }

  private void examine(
      GroupId group, NodeId member, Transcript answer, Consumer<Outcome<Transcript>> done) {
    ifMember(
        group,
        settings ->
            examination.check(
                answer,
                group,
                member,
                settings,
                checked -> done.accept(noted(outcome(checked, Why.NOT_VALID)))),
        () -> done.accept(new Missing<>(Why.LEFT)));
  }

  private void ifMember(GroupId group, Consumer<GroupSettings> then, Runnable otherwise) {
    if (groups.groups().contains(group)) {
      then.accept(groups.settings(group));
    } else {
      otherwise.run();
    }
  }

  private <T> Outcome<T> noted(Outcome<T> outcome) {
    tally.taken(outcome);
    return outcome;
  }

  private static <T> Outcome<T> outcome(Optional<T> found, Why otherwise) {
    return found.<Outcome<T>>map(Given::new).orElseGet(() -> new Missing<>(otherwise));
  }

  private void requireMember(GroupId group) {
    if (!groups.groups().contains(group)) {
      throw new UnknownGroupException(group);
    }
  }

  private void setTimer() {
    long due =
        kept.values().stream()
            .mapToLong(all -> Math.min(all.own.deadlineNanos(), all.snapshot.deadlineNanos()))
            .min()
            .orElse(Long.MAX_VALUE);
    if (due == Long.MAX_VALUE) {
      environment.cancelTimer(ExchangeTimer.PATIENCE);
    } else {
      long delay = Math.max(0, due - environment.elapsedNanos());
      environment.setTimer(ExchangeTimer.PATIENCE, Math.ceilDiv(delay, 1_000_000L));
    }
  }
}
