package org.lagroups.core.group.protocol;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import org.lagroups.core.attestation.Equivocation;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.attestation.LinkStateAdvertisement;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.core.attestation.SignedAdvertisement;
import org.lagroups.core.group.GroupEvent;
import org.lagroups.core.group.Member;
import org.lagroups.core.group.StoredEquivocation;
import org.lagroups.core.group.StoredGroup;
import org.lagroups.core.group.endorse.EndorsementDesk;
import org.lagroups.core.group.view.AdvertisementDatabase;
import org.lagroups.core.group.view.Census;
import org.lagroups.core.group.view.KnownAdvertisement;
import org.lagroups.core.group.view.View;
import org.lagroups.core.group.view.ViewCalculator;
import org.lagroups.core.group.view.ViewChanges;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/** One group, as this node knows it: what it states itself, what it has heard, and its view. */
final class GroupState {

  private final GroupId group;
  private final GroupSettings settings;
  private final Services services;
  private final NodeId self;
  private final Statements statements;
  private final SequenceNumbers sequences;
  private final OwnAdvertisement own;
  private final AdvertisementDatabase database = new AdvertisementDatabase();
  private final ViewCalculator calculator;
  private final ViewChanges changes;
  private final Contacts contacts;
  private final WantedLinks wantedLinks;
  private final Listeners listeners;
  private final Admission admission;
  private final Neighbours neighbours;
  private final Lookout lookout;
  private final Optional<EndorsementDesk> endorsements;
  private View view;

  /** The wall-clock time at which {@link #view} was right last. */
  private long calculatedAtMillis;

  private boolean unsaved;

  /** A group as it was stored, or as it begins. */
  GroupState(StoredGroup stored, Services services, Listeners listeners, Admission admission) {
    this.group = stored.group();
    this.settings = stored.settings();
    this.services = services;
    this.self = services.identity().nodeId();
    this.statements = new Statements(stored);
    this.sequences = new SequenceNumbers(stored.reservedSequence());
    stored.equivocations().forEach(database::convict);
    this.own =
        new OwnAdvertisement(
            group, settings, services.identity(), services.environment(), statements, sequences);
    this.calculator = new ViewCalculator(self, settings.maxMembers(), database);
    this.changes = new ViewChanges(group, self, database);
    this.contacts = new Contacts(stored.contacts());
    this.wantedLinks =
        new WantedLinks(group, self, contacts, services.links(), statements, database);
    this.listeners = listeners;
    this.admission = admission;
    this.calculatedAtMillis = services.environment().wallMillis();
    this.view = calculator.calculate(statements.attestees(), calculatedAtMillis);
    this.neighbours = new Neighbours(this, services);
    this.lookout = new Lookout(services.environment(), settings.grid().stepMillis());
    this.endorsements =
        services
            .endorser()
            .map(endorser ->
                new EndorsementDesk(
                    group,
                    settings,
                    services.environment(),
                    endorser,
                    services.outbox()::carry,
                    services.budgets(),
                    services.counters()));
  }

  GroupId group() {
    return group;
  }

  GroupSettings settings() {
    return settings;
  }

  View view() {
    return view;
  }

  AdvertisementDatabase database() {
    return database;
  }

  OwnAdvertisement own() {
    return own;
  }

  SequenceNumbers sequences() {
    return sequences;
  }

  Contacts contacts() {
    return contacts;
  }

  Listeners listeners() {
    return listeners;
  }

  Admission admission() {
    return admission;
  }

  Neighbours neighbours() {
    return neighbours;
  }

  /** Gives and takes shares of endorsements, if this node does so at all. */
  Optional<EndorsementDesk> endorsements() {
    return endorsements;
  }

  Lookout lookout() {
    return lookout;
  }

  /** Whether the peer is in the view, or one whom this node wants to meet. */
  boolean isAcquaintance(NodeId peer) {
    return view.contains(peer) || contacts.contains(peer);
  }

  /** Whether this node itself attests to another. */
  boolean vouchesFor(NodeId node) {
    return statements.attestees().containsKey(node);
  }

  /** Whether there are as many members as there may be, as far as it can be told. */
  boolean isFull() {
    Census census = new Census(view, statements.attestees().keySet());
    return census.members(database, services.environment().wallMillis()) >= settings.maxMembers();
  }

  /** Wants links, and makes the group durable. */
  void begin() {
    long wallMillis = services.environment().wallMillis();
    wantedLinks.begin(view, wallMillis);
    sequences.extend(wallMillis);
    unsaved = true;
  }

  void attest(NodeId node, LinkInfo info) {
    if (database.equivocators().contains(node)) {
      return;
    }
    if (statements.attest(node, info)) {
      statementsChanged();
    } else {
      // Measurements change all the time: others learn of them by the next refresh.
      refreshInfos(self, statements.attestees(), sameAreValid(services.environment().wallMillis()));
    }
  }

  void withdraw(NodeId node, Reason reason) {
    if (statements.withdraw(node, reason, services.environment().wallMillis())) {
      statementsChanged();
    }
    wantedLinks.withdrawn(node, view);
  }

  /** A node does not belong to the group, by its own word: as if it had left. */
  void disown(NodeId node) {
    long wallMillis = services.environment().wallMillis();
    database.disown(node, wallMillis + settings.validityMillis());
    withdraw(node, Reason.of(ReasonCode.LEFT));
    refreshView();
  }

  /** Issues this node's advertisement and sends it to all whom it reaches directly. */
  void advertise() {
    unsaved |= sequences.extend(services.environment().wallMillis());
    own.issue(services.description().get(), false).ifPresent(neighbours::announce);
  }

  /** Tells the members that this node leaves, and wants no more links. */
  void leave() {
    own.issue(services.description().get(), true).ifPresent(neighbours::announce);
    abandon();
  }

  /** Forgets the group without a word. */
  void abandon() {
    listeners.close();
    services.links().releaseAll(group);
    services.outbox().forget(group);
    services.past().forget(group, sequences.last());
  }

  /** Takes a newer advertisement of another node; all rules have been applied. */
  void accept(SignedAdvertisement signed, NodeId from, boolean signatureChecked) {
    LinkStateAdvertisement content = signed.content();
    NodeId attester = content.attesterId();
    long wallMillis = services.environment().wallMillis();
    boolean goesOn = goesOn(content, wallMillis);
    boolean saysTheSame =
        goesOn
            && database
                .find(attester)
                .filter(known -> known.content().entries().equals(content.entries()))
                .isPresent();
    boolean sameAreValid = goesOn && !saysTheSame && sameAreValid(wallMillis);
    KnownAdvertisement now = database.put(signed, from, signatureChecked);
    lookout.noticeExpiry(content.expiryMillis());
    wantedLinks.heard(content);
    boolean wasInView = view.contains(attester);
    if (content.leaving()) {
      neighbours.relay(attester);
      withdraw(attester, Reason.of(ReasonCode.LEFT));
    }
    if (!saysTheSame) {
      refreshInfos(attester, now.attestees(), sameAreValid);
    }
    if (wasInView && !content.leaving()) {
      neighbours.relay(attester);
    }
    if (!view.contains(attester)) {
      database.trimCandidates(view::contains);
    }
  }

  /**
   * A node of the view, or this one, is proven to have said two things at once; the signatures are
   * good. The others hear of it, itself among them: perhaps it does not know who else has its key.
   */
  void convict(Equivocation equivocation, NodeId from) {
    NodeId node = equivocation.attester();
    if (!node.equals(self)) {
      neighbours.prove(equivocation, from);
    }
    boolean vouchedFor = node.equals(self) || vouchesFor(node);
    database.convict(new StoredEquivocation(equivocation, vouchedFor));
    unsaved = true;
    listeners.tell(new GroupEvent.EquivocationProven(group, node));
    withdraw(node, Reason.of(ReasonCode.MISBEHAVED));
    refreshView();
  }

  /** The attester has signed nonsense: what it said does not count. */
  void reject(NodeId attester) {
    database.remove(attester);
    refreshView();
  }

  /** Looks what has ended. Most often that is nothing, and then the view is as it was. */
  void dropEnded() {
    long wallMillis = services.environment().wallMillis();
    boolean sameAreValid = sameAreValid(wallMillis);
    boolean dropped = database.dropEndedBy(wallMillis - settings.clockSkewMillis());
    if (sameAreValid && !dropped) {
      viewIsOf(wallMillis);
    } else {
      refreshView();
    }
  }

  /** Recalculates the view and does what follows. */
  void refreshView() {
    long wallMillis = services.environment().wallMillis();
    View before = view;
    View after = calculator.calculate(statements.attestees(), wallMillis);
    viewIsOf(wallMillis);
    if (after.equals(before)) {
      return;
    }
    view = after;
    for (GroupEvent event : changes.between(before, after, statements.withdrawn(), wallMillis)) {
      listeners.tell(event);
    }
    List<NodeId> entered = ViewChanges.nodesMissing(before, after);
    List<NodeId> left = ViewChanges.nodesMissing(after, before);
    if (!entered.isEmpty() || !left.isEmpty()) {
      wantedLinks.changed(entered, left, after, wallMillis);
      database.trimCandidates(after::contains);
      entered.forEach(neighbours::welcome);
    }
    admission.attestersAre(view.attestersOf(self).keySet(), this);
  }

  /** What a node of the view says of itself. */
  Optional<Member> member(NodeId node) {
    if (node.equals(self)) {
      LocalDescription description = services.description().get();
      return Optional.of(
          new Member(
              services.identity().publicIdentity(), description.name(), description.addresses()));
    }
    return database
        .find(node)
        .filter(known -> view.contains(node))
        .map(KnownAdvertisement::content)
        .map(said -> new Member(said.attester(), said.name(), said.addresses()));
  }

  /** For how long yet what a node of the view has said last is valid. */
  OptionalLong remainingMillis(NodeId attester) {
    if (view.attesteesOf(attester).isEmpty()) {
      return OptionalLong.empty();
    }
    Optional<Long> expiry =
        attester.equals(self)
            ? own.latest().map(signed -> signed.content().expiryMillis())
            : database.find(attester).map(known -> known.content().expiryMillis());
    long wallMillis = services.environment().wallMillis();
    return expiry
        .map(at -> OptionalLong.of(Math.max(0, at - wallMillis)))
        .orElse(OptionalLong.empty());
  }

  /** This node's standing in the group has changed. */
  void standingChanged() {
    unsaved = true;
  }

  /**
   * Writes down what has to survive, if any of it has changed; reserved sequence numbers count once
   * that is durable.
   */
  void saveIfChanged() {
    if (contacts.takeChanged() || unsaved) {
      unsaved = false;
      long reserved = sequences.requested();
      StoredGroup stored =
          new StoredGroup(
              group,
              settings,
              admission.isMember(),
              reserved,
              statements.entries(),
              statements.storedWithdrawals(),
              contacts.stored(),
              database.equivocators().stored());
      services.store().save(stored, () -> services.reentry().run(() -> becameDurable(reserved)));
    }
  }

  private void becameDurable(long reserved) {
    sequences.becameDurable(reserved);
    own.numbersReserved();
  }

  private void statementsChanged() {
    unsaved = true;
    own.changed();
    refreshView();
  }

  /**
   * Does what {@link #refreshView} would when a node of the view says something else, most often
   * with less work: measurements change all the time, and nothing follows from that.
   *
   * @param sameAreValid besides, the very same advertisements are valid as before
   */
  private void refreshInfos(
      NodeId attester, SortedMap<NodeId, LinkInfo> infos, boolean sameAreValid) {
    Optional<View> after = sameAreValid ? view.withInfos(attester, infos) : Optional.empty();
    if (after.isPresent()) {
      view = after.get();
      viewIsOf(services.environment().wallMillis());
    } else {
      refreshView();
    }
  }

  private void viewIsOf(long wallMillis) {
    calculatedAtMillis = wallMillis;
    lookout.next(database.nextExpiryAfter(wallMillis));
  }

  /** Whether all that was valid when the view was calculated still is, and nothing else. */
  private boolean sameAreValid(long wallMillis) {
    return wallMillis >= calculatedAtMillis
        && database.nextExpiryAfter(calculatedAtMillis) > wallMillis;
  }

  /** Whether a node whose last word is valid stays with its next one. */
  private boolean goesOn(LinkStateAdvertisement next, long wallMillis) {
    return !next.leaving()
        && next.expiryMillis() > wallMillis
        && database.hasValid(next.attesterId(), wallMillis)
        && !database.hasLeft(next.attesterId());
  }
}
