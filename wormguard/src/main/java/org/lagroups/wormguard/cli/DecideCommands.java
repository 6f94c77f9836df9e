package org.lagroups.wormguard.cli;

import org.lagroups.node.cli.LagCommand;
import org.lagroups.wormguard.api.SignatureView;
import org.lagroups.wormguard.api.WithdrawSignature;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a person decides on a signature. */
final class DecideCommands {

  private DecideCommands() {}

  /** {@code lag guard attest}. */
  @Command(
      name = "attest",
      description = {
        "Endorses a signature from now on, whatever this node's own tests say.",
        "What takes it back is lag guard withdraw."
      })
  static final class Attest extends LagCommand {

    @Parameters(paramLabel = "ID", description = "Its ID, or the beginning of it.")
    private String id = "";

    @Override
    public Integer call() {
      SignatureView one =
          control().post(SigsCommand.path(id, "/attest"), null, SignatureView.class);
      out().data(one, () -> out().line("This node endorses " + one.id()));
      return DONE;
    }
  }

  /** {@code lag guard withdraw}. */
  @Command(
      name = "withdraw",
      description = {
        "Says that a signature is bad, with the reason, for everyone in the group to read.",
        "If it is another's, its origin and who endorses it lose this node's attestation. If it is"
            + " this node's own, nobody enforces it any more.",
        "What takes it back is lag guard attest."
      })
  static final class Withdraw extends LagCommand {

    @Parameters(paramLabel = "ID", description = "Its ID, or the beginning of it.")
    private String id = "";

    @Option(
        names = "--reason",
        required = true,
        paramLabel = "TEXT",
        description = "Why; the first 120 bytes travel.")
    private String reason = "";

    @Override
    public Integer call() {
      SignatureView one =
          control()
              .post(
                  SigsCommand.path(id, "/withdraw"),
                  new WithdrawSignature(reason),
                  SignatureView.class);
      out().data(one, () -> out().line("This node says that it is bad: " + one.id()));
      return DONE;
    }
  }
}
