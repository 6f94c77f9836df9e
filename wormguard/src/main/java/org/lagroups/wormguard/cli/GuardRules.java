package org.lagroups.wormguard.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.lagroups.node.cli.Output;
import org.lagroups.node.state.HomeFolder;
import org.lagroups.wormguard.rule.address.Variables;
import org.lagroups.wormguard.runtime.guard.GuardException;
import org.lagroups.wormguard.runtime.guard.HomeNodeRules;
import org.lagroups.wormguard.runtime.guard.NodeLink;
import org.lagroups.wormguard.runtime.guard.RuleBook;
import org.lagroups.wormguard.runtime.guard.RuleSource;
import org.lagroups.wormguard.runtime.matching.Matching;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where a guard has its rules from. */
final class GuardRules {

  @Option(
      names = "--rules",
      paramLabel = "FILE",
      description = "A file of rules. May be given several times.")
  private List<Path> files = List.of();

  @Option(
      names = "--with-node",
      description = {
        "Drops what the signatures describe, besides, that enough trusted partners vouch for: asks"
            + " the node of the same --home (lag run) every second, also for what is never blocked."
            + " What partners vouch for ends with their word, even while the node does not answer."
            + " Without this, no partner has a say. Takes --rules or this, or both."
      })
  private boolean withNode;

  @Mixin private VariableOptions variables = new VariableOptions();

  /**
   * What a guard has its rules from.
   *
   * @param node asked once already, and to be started
   */
  record Opened(RuleBook book, Optional<NodeLink> node) {}

  boolean isNothing() {
    return files.isEmpty() && !withNode;
  }

  Variables variables() {
    return variables.variables();
  }

  /** Loads files, and asks the node; takes the right to read the home. */
  Opened open(Variables values, HomeFolder home, Output out) throws GuardException {
    RuleBook book = RuleBook.open(new RuleSource(files, values), Matching.best().compiler());
    book.rulings().notes().forEach(out::note);
    if (!withNode) {
      return new Opened(book, Optional.empty());
    }
    NodeLink node = new NodeLink(new HomeNodeRules(home), book);
    if (!node.ask()) {
      out.note(
          "the node at %s does not answer yet; it is asked every second"
              .formatted(Output.safe(home.state().toString())));
    }
    return new Opened(book, Optional.of(node));
  }
}
