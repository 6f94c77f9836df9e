package org.lagroups.node.state.tables;

import java.util.List;
import java.util.concurrent.CompletionException;
import org.lagroups.node.state.Schema;
import org.lagroups.node.state.StateException;
import org.lagroups.node.state.StateStore;

/**
 * The tables of the core, loaded.
 *
 * @param writes through which all but new and used invitations are written
 */
public record CoreTables(
    RetryingWrites writes,
    GroupTable groups,
    AgreementTable agreements,
    AcquaintanceTable acquaintances,
    InvitationTable invitations,
    AddressTable addresses,
    FactTable facts) {

  /** What they look like. */
  public static final Schema SCHEMA =
      new Schema(
          "core",
          List.of(
              GroupTable.CREATE
                  + AcquaintanceTable.CREATE
                  + InvitationTable.CREATE
                  + AddressTable.CREATE
                  + FactTable.CREATE,
              GroupTable.ADD_ROBUST_RULE,
              EquivocationRows.CREATE,
              AgreementTable.CREATE,
              GroupTable.CREATE_NUMBERS_FORGOTTEN),
          List.of(
              GroupTable.AFTER_RESTORE,
              GroupTable.NUMBERS_FORGOTTEN_AFTER_RESTORE,
              InvitationTable.AFTER_RESTORE,
              AgreementTable.AFTER_RESTORE));

  /**
   * Loads them; waits for that.
   *
   * @param loop on which they will be used
   * @throws StateException if they cannot be read
   */
  public static CoreTables load(StateStore store, LoopTimer loop) {
    RetryingWrites writes = new RetryingWrites(store, loop);
    try {
      return store
          .read(connection ->
              new CoreTables(
                  writes,
                  GroupTable.load(connection, writes),
                  AgreementTable.load(connection, writes),
                  AcquaintanceTable.load(connection, writes),
                  InvitationTable.load(connection, store, writes, loop),
                  AddressTable.load(connection, writes),
                  FactTable.load(connection, writes)))
          .join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof StateException state ? state : e;
    }
  }
}
