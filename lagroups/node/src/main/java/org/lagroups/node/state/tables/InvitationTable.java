package org.lagroups.node.state.tables;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.node.state.Sql;
import org.lagroups.node.state.StateException;
import org.lagroups.node.state.StateStore;

/**
 * The invitations this node has given out. Only hashes of their tokens are kept, so that a copy of
 * the database admits nobody.
 */
public final class InvitationTable {

  /** The most invitations that are open at a time. */
  public static final int MAX_OPEN = 1_000;

  /**
   * How long a used or expired invitation is remembered, so that its guest may ask again: a day.
   */
  static final long KEPT_MILLIS = 86_400_000;

  static final String CREATE =
      """
      CREATE TABLE core_invitation (
        token_hash BLOB PRIMARY KEY, group_id BLOB NOT NULL, expires_ms INTEGER NOT NULL,
        guest BLOB
      ) WITHOUT ROWID;
      """;

  /** An old copy does not know which ones were used since then, so none is good any longer. */
  static final String AFTER_RESTORE = "DELETE FROM core_invitation WHERE guest IS NULL";

  private final StateStore store;
  private final RetryingWrites writes;
  private final LoopTimer loop;
  private final Map<Bytes, Invitation> known = new LinkedHashMap<>();

  private InvitationTable(StateStore store, RetryingWrites writes, LoopTimer loop) {
    this.store = store;
    this.writes = writes;
    this.loop = loop;
  }

  private record Key(Bytes tokenHash) {}

  /**
   * An invitation.
   *
   * @param guest who has used it
   */
  private record Invitation(
      Bytes tokenHash, GroupId group, long expiresMillis, Optional<Guest> guest) {

    Invitation usedBy(Guest by) {
      return new Invitation(tokenHash, group, expiresMillis, Optional.of(by));
    }

    Invitation unused() {
      return new Invitation(tokenHash, group, expiresMillis, Optional.empty());
    }
  }

  /**
   * Who has used an invitation.
   *
   * @param durable completed once that is on disk
   */
  private record Guest(NodeId node, CompletableFuture<Void> durable) {}

  static InvitationTable load(
      Connection connection, StateStore store, RetryingWrites writes, LoopTimer loop)
      throws SQLException {
    InvitationTable table = new InvitationTable(store, writes, loop);
    Sql.query(connection, "SELECT * FROM core_invitation", InvitationTable::read)
        .forEach(invitation -> table.known.put(invitation.tokenHash, invitation));
    return table;
  }

  /**
   * Makes an invitation out of a fresh token.
   *
   * @return completed once it is on disk: before that nobody may be given the token. If it fails,
   *     the token admits nobody
   * @throws StateException never; but see the result
   */
  public CompletableFuture<Void> add(
      Bytes token, GroupId group, long expiresMillis, long nowMillis) {
    removeOld(nowMillis);
    long open =
        known.values().stream()
            .filter(one -> one.guest.isEmpty() && one.expiresMillis > nowMillis)
            .count();
    if (open >= MAX_OPEN) {
      return CompletableFuture.failedFuture(
          new StateException(
              StateException.Kind.IO,
              "there are " + MAX_OPEN + " open invitations already",
              "wait until some are used or have expired"));
    }
    Invitation invitation = new Invitation(hash(token), group, expiresMillis, Optional.empty());
    known.put(invitation.tokenHash, invitation);
    return store
        .write(connection ->
            Sql.update(
                connection,
                "INSERT INTO core_invitation VALUES (?, ?, ?, NULL)",
                invitation.tokenHash,
                group,
                expiresMillis))
        .whenComplete((rows, failure) -> {
          if (failure != null) {
            loop.execute(() -> known.remove(invitation.tokenHash));
          }
        })
        .thenAccept(rows -> {});
  }

  /** Forgets all invitations to a group that this node leaves. */
  public void forget(GroupId group) {
    forgetAll(one -> one.group.equals(group));
  }

  /**
   * Whether a token that {@code node} shows admits it: it is open and has not expired, or this node
   * has used it before.
   *
   * @return empty if not; otherwise completed once it is on disk that {@code node} has used it
   */
  public Optional<CompletableFuture<Void>> use(
      Bytes token, GroupId group, NodeId node, long nowMillis) {
    Invitation invitation = known.get(hash(token));
    if (invitation == null || !invitation.group.equals(group)) {
      return Optional.empty();
    }
    if (invitation.guest.isPresent()) {
      return invitation.guest.filter(guest -> guest.node.equals(node)).map(Guest::durable);
    }
    if (nowMillis > invitation.expiresMillis) {
      return Optional.empty();
    }
    CompletableFuture<Void> durable =
        store
            .write(connection ->
                Sql.update(
                    connection,
                    "UPDATE core_invitation SET guest = ? WHERE token_hash = ?",
                    node,
                    invitation.tokenHash))
            .thenAccept(rows -> {});
    known.put(invitation.tokenHash, invitation.usedBy(new Guest(node, durable)));
    return Optional.of(durable);
  }

  /** Forgets the use of a token by {@code node}, if it could not be written down. */
  public void reopen(Bytes token, NodeId node) {
    known.computeIfPresent(
        hash(token),
        (hash, used) ->
            used.guest.filter(guest -> guest.node.equals(node) && hasFailed(guest)).isPresent()
                ? used.unused()
                : used);
  }

  private static boolean hasFailed(Guest guest) {
    return guest.durable.isCompletedExceptionally();
  }

  private void removeOld(long nowMillis) {
    forgetAll(one -> nowMillis > one.expiresMillis + KEPT_MILLIS);
  }

  private void forgetAll(Predicate<Invitation> which) {
    for (Invitation one : known.values().stream().filter(which).toList()) {
      known.remove(one.tokenHash);
      writes.put(
          new Key(one.tokenHash),
          connection ->
              Sql.update(
                  connection, "DELETE FROM core_invitation WHERE token_hash = ?", one.tokenHash));
    }
  }

  private static Invitation read(ResultSet row) throws SQLException {
    Bytes guest = Sql.bytes(row, "guest");
    return new Invitation(
        Sql.bytes(row, "token_hash"),
        Sql.group(row, "group_id"),
        row.getLong("expires_ms"),
        guest.isEmpty()
            ? Optional.empty()
            : Optional.of(new Guest(new NodeId(guest), CompletableFuture.completedFuture(null))));
  }

  private static Bytes hash(Bytes token) {
    try {
      return Bytes.wrapOwned(MessageDigest.getInstance("SHA-256").digest(token.toArray()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
