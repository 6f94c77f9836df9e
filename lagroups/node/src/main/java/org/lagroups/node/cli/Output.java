package org.lagroups.node.cli;

import java.io.PrintWriter;
import org.lagroups.machine.Printable;
import org.lagroups.node.control.json.Json;

/** What a command prints: data on standard output, as text or as JSON, and notes on the other. */
public final class Output {

  private final PrintWriter out;
  private final PrintWriter notes;
  private final boolean json;
  private final boolean colours;

  /**
   * Prints to these.
   *
   * @param out data
   * @param notes what is not part of the data: progress, hints, warnings
   * @param json whether data is printed as JSON
   * @param colours whether {@code out} is a terminal that shows colours
   */
  public Output(PrintWriter out, PrintWriter notes, boolean json, boolean colours) {
    this.out = out;
    this.notes = notes;
    this.json = json;
    this.colours = colours && !json;
  }

  /** Whether {@code --json} was given. */
  public boolean isJson() {
    return json;
  }

  /** Whether colours may be used, and lines be written over. */
  public boolean isTerminal() {
    return colours;
  }

  /** Prints {@code data}, a record, on one line if JSON is wanted; otherwise runs {@code text}. */
  public void data(Object data, Runnable text) {
    if (json) {
      out.println(Json.write(data));
    } else {
      text.run();
    }
    out.flush();
  }

  /** A line of text on standard output. */
  public void line(String text) {
    out.println(text);
    out.flush();
  }

  /** A line for people on standard error. */
  public void note(String text) {
    notes.println(text);
    notes.flush();
  }

  /** Text that a stranger wrote, made safe to show. */
  public static String safe(String text) {
    return Printable.of(text);
  }

  /** {@code text} in a colour, on a terminal that shows colours. */
  public String in(Colour colour, String text) {
    return colours ? colour.sequence() + text + "\u001b[0m" : text;
  }

  /** The colours in use, by what they mean. */
  public enum Colour {
    /** All is well. */
    GOOD("32"),
    /** Something is wrong. */
    BAD("31"),
    /** Less important. */
    FAINT("2"),
    /** More important. */
    STRONG("1");

    private final String code;

    Colour(String code) {
      this.code = code;
    }

    String sequence() {
      return "\u001b[" + code + "m";
    }
  }
}
