package org.lagroups.wormguard.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lagroups.node.cli.CommandFailedException;
import org.lagroups.node.cli.Output;
import org.lagroups.wormguard.rule.Rule;
import org.lagroups.wormguard.rule.address.Variables;
import org.lagroups.wormguard.rule.load.RuleLoader;
import org.lagroups.wormguard.rule.load.RuleSet;

/** Files of rules that are named on the command line. */
final class RuleFiles {

  private static final String STANDARD_INPUT = "-";

  private RuleFiles() {}

  /** What to call a file; {@code -} is standard input. */
  static String name(Path file) {
    return isStandardInput(file) ? "standard input" : Output.safe(file.toString());
  }

  /**
   * The rules of several files.
   *
   * @param refused how many could not be taken
   */
  record Loaded(List<Rule> rules, long refused) {

    Loaded {
      rules = List.copyOf(rules);
    }
  }

  /** Loads several files; of rules with the same numbers the one with the highest rev stays. */
  static Loaded load(List<Path> files, Variables variables) {
    Map<List<Long>, Rule> rules = new LinkedHashMap<>();
    long refused = 0;
    for (Path file : files) {
      RuleSet set = load(file, variables);
      refused += set.refusedCount();
      for (Rule rule : set.rules()) {
        rules.merge(
            List.of(rule.id().group(), rule.id().signature()),
            rule,
            (one, other) -> other.id().revision() > one.id().revision() ? other : one);
      }
    }
    return new Loaded(List.copyOf(rules.values()), refused);
  }

  static RuleSet load(Path file, Variables variables) {
    try (InputStream in = isStandardInput(file) ? System.in : Files.newInputStream(file)) {
      return RuleLoader.load(in, variables);
    } catch (NoSuchFileException e) {
      throw new CommandFailedException(
          "there is no file " + name(file), "name a file of rules that is there");
    } catch (IOException e) {
      throw new CommandFailedException(
          "cannot read %s: %s".formatted(name(file), Output.safe(String.valueOf(e.getMessage()))),
          "name a file that you may read");
    }
  }

  private static boolean isStandardInput(Path file) {
    return file.toString().equals(STANDARD_INPUT);
  }
}
