package org.lagroups.node.cli.core;

import java.security.SecureRandom;
import java.util.Optional;
import org.lagroups.node.cli.CommandFailedException;
import org.lagroups.node.cli.LagCommand;
import org.lagroups.node.state.HomeFolder;
import org.lagroups.node.state.HomeLock;
import org.lagroups.node.state.OwnerFiles;
import org.lagroups.node.state.identity.IdentityFile;
import org.lagroups.node.state.identity.IdentityStore;
import org.lagroups.node.state.identity.Passphrase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code lag id}. Answers at once if the node has an identity, so nothing that takes time to load
 * is touched on that way.
 */
@Command(
    name = "id",
    description = {
      "Prints this node's ID. At the first use it makes the node's keys.",
      "The ID is public: others name your node by it. It never changes while the keys are kept;",
      "they are in identity.p12 in the node's folder. Keep a copy of that file in a safe place."
    })
final class IdCommand extends LagCommand {

  @Option(
      names = "--ask-passphrase",
      description = {
        "Ask for a passphrase to protect the new keys with. Without it,",
        "$LAG_PASSPHRASE or the file named by $LAG_PASSPHRASE_FILE is used if there is one."
      })
  private boolean askPassphrase;

  @Override
  public Integer call() {
    HomeFolder home = home();
    IdentityFile identity =
        IdentityFile.read(home.identityFile()).orElseGet(() -> openOrCreate(home));
    out().line(out().isJson() ? identity.json() : identity.node().toString());
    return DONE;
  }

  private IdentityFile openOrCreate(HomeFolder home) {
    OwnerFiles.createFolder(home.state());
    Passphrase passphrase = Passphrase.of(environment());
    try (HomeLock _ = HomeLock.take(home)) {
      IdentityStore store = new IdentityStore(home);
      SecureRandom random = new SecureRandom();
      if (store.exists()) {
        store.openOrCreate(random, passphrase);
      } else {
        store.create(random, askPassphrase ? Optional.of(ask(passphrase)) : passphrase.given());
        out().note("Made new keys for this node: " + home.keystore());
      }
    }
    return IdentityFile.read(home.identityFile()).orElseThrow();
  }

  private static char[] ask(Passphrase passphrase) {
    char[] first = ask(passphrase, "New passphrase:");
    if (!java.util.Arrays.equals(first, ask(passphrase, "The same again:"))) {
      throw new CommandFailedException(
          "the two passphrases differ", "no keys were made: try again");
    }
    return first;
  }

  private static char[] ask(Passphrase passphrase, String question) {
    return passphrase
        .ask(question)
        .filter(answer -> answer.length > 0)
        .orElseThrow(() ->
            new CommandFailedException(
                "no passphrase was given",
                "type one at a terminal, or set " + Passphrase.VARIABLE));
  }
}
