package org.lagroups.multicast.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.group.Contact;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.tree.place.Parent;
import org.lagroups.multicast.tree.place.Search;
import org.lagroups.multicast.tree.place.Search.Offer;
import org.lagroups.multicast.wire.TreeMessage;
import org.lagroups.multicast.wire.TreeMessage.Option;
import org.lagroups.multicast.wire.TreeMessage.Place;
import org.lagroups.multicast.wire.TreeMessage.Purpose;
import org.lagroups.multicast.wire.TreeMessage.Why;

/**
 * A node's way to a parent, or to another. The old one is kept until the new one has confirmed, so
 * that nothing is interrupted.
 */
final class Seeking {

  /** Waits between searches and for answers are not doubled more often than this. */
  private static final int MAX_DOUBLINGS = 3;

  private final Ground ground;
  private final List<Contact> firstContacts;
  private @Nullable Search search;
  private @Nullable Taking taking;
  private Optional<NodeId> former = Optional.empty();
  private int number;
  private int failures;
  private long againMillis = Long.MAX_VALUE;
  private boolean isChanged;

  /** A place that was asked for by its token, and is not confirmed yet. */
  private record Taking(Contact contact, Place place, long sinceMillis, long nextSequence) {}

  Seeking(Ground ground, List<Contact> firstContacts) {
    this.ground = ground;
    this.firstContacts = List.copyOf(firstContacts);
  }

  /** Whether something is under way that wants frequent ticks. */
  boolean isBusy() {
    return search != null || taking != null || againMillis != Long.MAX_VALUE;
  }

  /** Whether there is a new parent since this was asked the last time. */
  boolean takeNews() {
    boolean had = isChanged;
    isChanged = false;
    return had;
  }

  /** A number that no search has had. */
  int nextNumber() {
    number = number == Integer.MAX_VALUE ? 0 : number + 1;
    return number;
  }

  /** Looks for a first place, or one to begin again from. */
  void begin() {
    former = Optional.empty();
    begin(Purpose.NEWCOMER, options(firstContacts));
  }

  /** The parent is lost: looks for another, the grandparent first. */
  void orphan(Parent lost) {
    ground.counters().orphaned++;
    ground.position().orphan();
    ground.ports().groups().leave(lost.group());
    ground.ports().listener().orphaned();
    former = Optional.of(lost.node());
    failures = 0;
    List<Contact> kin = new ArrayList<>(lost.ancestors());
    kin.addAll(lost.others());
    kin.addAll(lost.siblings());
    kin.addAll(firstContacts);
    if (taking == null) {
      begin(Purpose.ORPHAN, options(kin));
    }
  }

  /** Dismissed by its parent: begins again, without those below. */
  void fall(Parent from) {
    ground.counters().dismissed++;
    ground.position().orphan();
    ground.ports().groups().leave(from.group());
    ground.ports().listener().orphaned();
    List<Contact> known = new ArrayList<>(from.ancestors());
    known.addAll(firstContacts);
    former = Optional.empty();
    begin(Purpose.NEWCOMER, options(known));
  }

  /** The parent asks to move. */
  void move(List<Option> options) {
    if (search == null && taking == null) {
      begin(Purpose.MOVING, options);
    }
  }

  /** A place one level up was given: takes it. */
  void rise(Contact contact, Place place) {
    if (search == null && taking == null) {
      take(contact, place);
    }
  }

  /** There are open places nearer to the source: looks for one, and goes on with what it has. */
  void rise(Parent parent) {
    if (!isBusy()) {
      begin(Purpose.NEWCOMER, options(parent.ancestors()));
    }
  }

  void onRefer(NodeId from, TreeMessage.Refer refer) {
    if (search != null && search.number() == refer.number()) {
      search.referred(from, refer.options());
      step();
    }
  }

  /** A place was offered; one that is not wanted is given back. */
  void onPlace(NodeId from, Place place) {
    boolean isWanted =
        search != null
            && search.number() == place.number()
            && isBetter(search, place)
            && search.offered(from, place, ground.now());
    if (isWanted) {
      step();
    } else {
      ground.counters().stray++;
      decline(from);
    }
  }

  /** The confirmation, if this is from whom a place is being taken. */
  boolean onPulse(NodeId from, TreeMessage.Pulse pulse) {
    Taking current = taking;
    if (current == null || !current.contact.node().equals(from)) {
      return false;
    }
    Optional<Parent> before = ground.position().parent();
    long now = ground.now();
    Parent next = new Parent(current.contact, current.place.group(), now);
    if (ground.position().adopt(next, pulse.stand(), pulse.proof(), now)) {
      next.heard(pulse, now);
      settled(current, next, before);
    }
    return true;
  }

  /** Whoever was asked, offered or taken is gone or unwilling. */
  void onGone(NodeId peer) {
    if (taking != null && taking.contact.node().equals(peer)) {
      taking = null;
      afterFailedTake();
    } else if (search != null) {
      search.referred(peer, List.of());
      step();
    }
  }

  void tick() {
    long now = ground.now();
    if (taking != null && now - taking.sinceMillis >= takingMillis()) {
      decline(taking.contact.node());
      taking = null;
      afterFailedTake();
    }
    if (now >= againMillis && search == null && taking == null) {
      againMillis = Long.MAX_VALUE;
      again();
    }
    step();
  }

  /** Whom a link is needed to. */
  Map<NodeId, Contact> contacts() {
    Map<NodeId, Contact> contacts = new LinkedHashMap<>();
    if (search != null) {
      contacts.putAll(search.contacts(ground.now()));
    }
    if (taking != null) {
      contacts.put(taking.contact.node(), taking.contact);
    }
    return contacts;
  }

  /** Asks whom a link has come up to, and takes an offer if it is time. */
  void step() {
    Search current = search;
    if (current == null || taking != null) {
      return;
    }
    long now = ground.now();
    Optional<Offer> offer = current.choose(now);
    if (offer.isPresent()) {
      take(offer.get().contact(), offer.get().place());
      return;
    }
    for (Contact contact : current.toAsk(now)) {
      ground.ports().host().keepLink(contact);
      if (ground.ports().host().isLinked(contact.node()) && ask(current, contact)) {
        current.sent(contact.node(), now);
      }
    }
    if (current.isExhausted(now)) {
      end();
    }
  }

  /** Whoever has a parent and is not asked to move wants no other place than one further up. */
  private boolean isBetter(Search current, Place place) {
    return current.purpose() != Purpose.NEWCOMER
        || ground.position().parent().isEmpty()
        || place.stand().depth() + 1 < ground.position().stand().depth();
  }

  private boolean ask(Search current, Contact contact) {
    return ground.send(
        contact.node(),
        new TreeMessage.Seek(
            ground.stream(),
            current.number(),
            current.purpose(),
            former,
            ground.self().addresses(),
            ground.ownBitsPerSecond()));
  }

  private void begin(Purpose purpose, List<Option> options) {
    abandon();
    ground.counters().searches++;
    againMillis = Long.MAX_VALUE;
    long askMillis = ground.settings().beatMillis() << Math.min(failures + 1, MAX_DOUBLINGS);
    Search next = new Search(purpose, nextNumber(), options, askMillis);
    ground.position().parent().ifPresent(parent -> next.leaveOut(parent.node()));
    search = next;
    ground.position().freeze(purpose == Purpose.MOVING);
    step();
  }

  private void again() {
    if (ground.position().parent().isPresent()) {
      return;
    }
    List<Option> options = options(firstContacts);
    boolean isNew = former.isEmpty();
    begin(isNew ? Purpose.NEWCOMER : Purpose.ORPHAN, options);
  }

  /** The search has led to nothing. */
  private void end() {
    abandon();
    if (ground.position().parent().isEmpty()) {
      failures++;
      long wait = ground.settings().beatMillis() << Math.min(failures, MAX_DOUBLINGS);
      againMillis = ground.now() + wait / 2 + ground.ports().host().random().nextLong(wait);
    }
  }

  private void take(Contact contact, Place place) {
    long next = ground.ports().quality().nextSequence();
    taking = new Taking(contact, place, ground.now(), next);
    ground.ports().host().keepLink(contact);
    if (!ground.send(contact.node(), new TreeMessage.Take(ground.stream(), place.token(), next))) {
      taking = null;
      afterFailedTake();
    }
  }

  private void afterFailedTake() {
    if (search == null) {
      ground.position().freeze(false);
      if (ground.position().parent().isEmpty()) {
        end();
      }
    } else {
      step();
    }
  }

  private void settled(Taking current, Parent next, Optional<Parent> before) {
    taking = null;
    abandon();
    failures = 0;
    former = Optional.empty();
    againMillis = Long.MAX_VALUE;
    isChanged = true;
    ground.counters().taken++;
    before
        .filter(old -> !old.node().equals(next.node()))
        .ifPresent(old -> {
          ground.send(old.node(), new TreeMessage.Part(ground.stream(), Why.LEAVING));
          ground.ports().groups().leave(old.group());
        });
    ground.ports().groups().join(next.group(), next.contact(), current.place.token());
    ground.ports().listener().parentTaken(next.contact(), next.group(), current.nextSequence);
  }

  private void abandon() {
    if (search != null) {
      search.offers().forEach(offer -> decline(offer.contact().node()));
      search = null;
    }
    ground.position().freeze(false);
  }

  private void decline(NodeId node) {
    ground.send(node, new TreeMessage.Part(ground.stream(), Why.LEAVING));
  }

  /** An orphan has no time to wait for one that is silent; who moves waits for a new epoch. */
  private long takingMillis() {
    boolean isUrgent = ground.position().parent().isEmpty() && failures == 0;
    return isUrgent ? 2 * ground.settings().beatMillis() : ground.settings().reservedMillis();
  }

  private List<Option> options(List<Contact> contacts) {
    NodeId self = ground.self().node();
    Map<NodeId, Option> options = new LinkedHashMap<>();
    for (Contact contact : contacts) {
      if (!contact.node().equals(self)) {
        options.putIfAbsent(contact.node(), new Option(contact, TreeMessage.NOWHERE));
      }
    }
    return List.copyOf(options.values());
  }
}
