package org.lagroups.fileshare.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lagroups.core.group.Member;
import org.lagroups.core.route.Route;
import org.lagroups.fileshare.merkle.MerkleRoot;
import org.lagroups.fileshare.peer.PeerReply;
import org.lagroups.fileshare.peer.Peers;
import org.lagroups.fileshare.record.SignedRecord;
import org.lagroups.fileshare.serve.SharedFiles;
import org.lagroups.fileshare.wire.FileReply;
import org.lagroups.fileshare.wire.FileRequest;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/** One search, as its answers come in. */
public final class Search {

  /** The most hits of others kept. */
  public static final int MAX_HITS = 2_000;

  /** The most hits of this node's own kept; they take no room from those of others. */
  public static final int MAX_OWN_HITS = 200;

  /** The most vertex-disjoint paths counted. */
  public static final int MAX_PATHS = 64;

  /** How long a member may take to answer. */
  public static final long ANSWER_MILLIS = 8_000;

  private final long id;
  private final Wanted wanted;
  private final Peers peers;
  private final SharedFiles own;
  private final Runnable changed;
  private final List<Hit> hits = new ArrayList<>();
  private final Set<HitKey> seen = new HashSet<>();
  private int asked;
  private int answered;
  private int failed;
  private int refusedRecords;
  private int ownHits;
  private int ownUnderWay;
  private boolean isEnded;

  private record HitKey(GroupId group, NodeId publisher, MerkleRoot root) {}

  Search(long id, Wanted wanted, Peers peers, SharedFiles own, Runnable changed) {
    this.id = id;
    this.wanted = wanted;
    this.peers = peers;
    this.own = own;
    this.changed = changed;
  }

  /** Tells searches apart; a later one has a greater ID. */
  public long id() {
    return id;
  }

  public Wanted wanted() {
    return wanted;
  }

  /** What has been found so far, in the order of arrival. */
  public List<Hit> hits() {
    return List.copyOf(hits);
  }

  /** The hit with this number. */
  public Optional<Hit> hit(int number) {
    return number >= 1 && number <= hits.size()
        ? Optional.of(hits.get(number - 1))
        : Optional.empty();
  }

  /** The hits with this content. */
  public List<Hit> hits(MerkleRoot root) {
    return hits.stream().filter(hit -> hit.root().equals(root)).toList();
  }

  public SearchProgress progress() {
    return new SearchProgress(asked, answered, failed, refusedRecords, isDone());
  }

  /** Whether no more answers will come. */
  public boolean isDone() {
    return isEnded || (answered + failed == asked && ownUnderWay == 0);
  }

  /** Takes no more answers; what was found stays. */
  void end() {
    isEnded = true;
    changed.run();
  }

  void begin(Collection<GroupId> groups) {
    for (GroupId group : groups) {
      List<NodeId> members = peers.members(group);
      asked += members.size();
      members.forEach(member -> ask(group, member));
      ownUnderWay++;
      askSelf(group);
    }
  }

  /** A person expects to find the own files too. */
  private void askSelf(GroupId group) {
    switch (wanted) {
      case Wanted.Words words ->
          own.search(group, words.query(), MAX_OWN_HITS, records -> onOwn(group, records));
      case Wanted.Content content ->
          own.record(group, content.root(), record -> onOwn(group, record.stream().toList()));
    }
  }

  private void onOwn(GroupId group, List<SignedRecord> records) {
    if (isEnded) {
      return;
    }
    ownUnderWay--;
    NodeId self = peers.self();
    String name = peers.member(group, self).map(Member::name).orElse("");
    for (SignedRecord record : records) {
      if (ownHits < MAX_OWN_HITS && isNew(group, self, record)) {
        ownHits++;
        hits.add(new Hit(hits.size() + 1, record, true, name, 0));
      }
    }
    changed.run();
  }

  private boolean isNew(GroupId group, NodeId publisher, SignedRecord record) {
    return seen.add(new HitKey(group, publisher, record.record().root()));
  }

  private void ask(GroupId group, NodeId member) {
    Optional<Route> route = peers.nearest(group, member);
    if (route.isEmpty()) {
      failed++;
      return;
    }
    peers.ask(route.get(), request(), ANSWER_MILLIS, reply -> onReply(group, member, reply));
  }

  private FileRequest request() {
    return switch (wanted) {
      case Wanted.Words words ->
          new FileRequest.Search(words.query(), FileRequest.Search.MAX_RESULTS);
      case Wanted.Content content -> new FileRequest.FetchRecord(content.root());
    };
  }

  private void onReply(GroupId group, NodeId member, PeerReply reply) {
    if (isEnded) {
      return;
    }
    Optional<List<SignedRecord>> records =
        reply instanceof PeerReply.Answered answer ? recordsIn(answer.reply()) : Optional.empty();
    if (records.isPresent()) {
      answered++;
      add(group, member, records.get());
    } else {
      failed++;
    }
    changed.run();
  }

  private Optional<List<SignedRecord>> recordsIn(FileReply reply) {
    if (wanted instanceof Wanted.Words && reply instanceof FileReply.Found found) {
      return Optional.of(found.records());
    }
    if (wanted instanceof Wanted.Content && reply instanceof FileReply.Published published) {
      return Optional.of(published.record().stream().toList());
    }
    return Optional.empty();
  }

  private void add(GroupId group, NodeId member, List<SignedRecord> records) {
    Optional<Member> publisher = peers.member(group, member);
    if (records.isEmpty() || publisher.isEmpty()) {
      refusedRecords += records.size();
      return;
    }
    int paths = peers.disjoint(group, member, MAX_PATHS).size();
    for (SignedRecord record : records) {
      if (!isWanted(group, record) || !record.isSignedBy(publisher.get().identity())) {
        refusedRecords++;
      } else if (hits.size() - ownHits == MAX_HITS) {
        refusedRecords++;
      } else if (isNew(group, member, record)) {
        hits.add(new Hit(hits.size() + 1, record, false, publisher.get().name(), paths));
      }
    }
  }

  /** A member speaks of its own files only: another's record could be one that was replaced. */
  private boolean isWanted(GroupId group, SignedRecord record) {
    boolean isOfGroup = record.record().group().equals(group);
    return wanted instanceof Wanted.Content content
        ? isOfGroup && record.record().root().equals(content.root())
        : isOfGroup;
  }
}
