package org.lagroups.scenarios.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Runs steps one after the other, says how each went, and keeps that. */
final class StepLog {

  private final Consumer<String> lines;
  private final List<Step> steps = new ArrayList<>();

  StepLog(Consumer<String> lines) {
    this.lines = lines;
  }

  /** What a step does; it adds to {@code details} what it sees. */
  interface Body {

    /** Returns whether the claim was observed. */
    boolean observe(List<String> details) throws IOException, InterruptedException;
  }

  /** Runs a step. A step that throws was not observed. */
  boolean step(String claim, Body body) throws InterruptedException {
    lines.accept("• " + claim);
    List<String> details = new ArrayList<>();
    long start = System.nanoTime();
    boolean observed;
    try {
      observed = body.observe(details);
    } catch (IOException | RuntimeException e) {
      details.add(String.valueOf(e.getMessage()));
      observed = false;
    }
    long millis = (System.nanoTime() - start) / 1_000_000;
    details.forEach(detail -> lines.accept("    " + detail.replace("\n", "\n    ")));
    lines.accept(
        String.format(Locale.ROOT, "  %s (%.1f s)", observed ? "seen" : "NOT SEEN", millis / 1e3));
    steps.add(new Step(claim, observed, details, millis));
    return observed;
  }

  List<Step> steps() {
    return steps;
  }
}
