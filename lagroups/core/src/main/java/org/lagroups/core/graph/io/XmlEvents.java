package org.lagroups.core.graph.io;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Walks through an XML text, element by element. Document types and with them all entities but the
 * five of XML itself are refused, so a text can neither fetch anything nor grow while it is read;
 * what lies between two tags is bounded.
 */
final class XmlEvents {

  /** The longest tag, text or comment, in characters, up to the parser's buffer of 8,192. */
  static final int MAX_CHARS = 65_536;

  /** How deep elements are nested in each other at most. */
  static final int MAX_DEPTH = 64;

  private static final String MESSAGE = "Message: ";

  private final String source;
  private final BoundedReader reader;
  private final XMLStreamReader xml;
  private Piece position = new Piece("", 1, 1);
  private int depth;

  /** At the beginning of a text, which messages call {@code source}. */
  XmlEvents(String source, Reader reader) throws IOException, GraphFormatException {
    this.source = source;
    this.reader = new BoundedReader(ByteOrderMark.skip(reader));
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    try {
      this.xml = factory.createXMLStreamReader(this.reader);
    } catch (XMLStreamException e) {
      throw refusal(e);
    }
    String encoding = xml.getCharacterEncodingScheme();
    if (encoding != null && !encoding.equalsIgnoreCase("UTF-8") && !isAscii(encoding)) {
      throw problem("expected the encoding UTF-8");
    }
  }

  /** What comes next. */
  enum Event {
    /** An element begins. */
    START,
    /** An element ends. */
    END,
    /** The text is over. */
    OVER
  }

  /** Goes on to the next tag, passing over text, comments and instructions. */
  Event next() throws IOException, GraphFormatException {
    return next(null);
  }

  /**
   * The text of the element that has just begun, up to its end.
   *
   * @throws GraphFormatException if there is an element in it
   */
  Piece text() throws IOException, GraphFormatException {
    StringBuilder text = new StringBuilder();
    Piece start = here();
    if (next(text) != Event.END) {
      throw problem("expected a text, found <" + name() + ">");
    }
    return new Piece(text.toString().strip(), start.line(), start.column());
  }

  /** Passes over the element that has just begun, with all that is in it. */
  void skip() throws IOException, GraphFormatException {
    int outside = depth - 1;
    while (depth > outside) {
      next();
    }
  }

  /** The name of the element at whose tag this is, without a prefix, safe to be shown. */
  String name() {
    return Values.shown(new Piece(xml.getLocalName(), 1, 1));
  }

  /** An attribute of the element that has just begun; empty if it has none of that name. */
  Piece attribute(String name) {
    String value = xml.getAttributeValue(null, name);
    return new Piece(value == null ? "" : value, position.line(), position.column());
  }

  /** That something is wrong with the last tag. */
  GraphFormatException problem(String problem) {
    return new GraphFormatException(source, position, problem);
  }

  private Event next(@Nullable StringBuilder text) throws IOException, GraphFormatException {
    while (true) {
      switch (advance()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (++depth > MAX_DEPTH) {
            throw problem("elements are nested in each other at most " + MAX_DEPTH + " deep");
          }
          return Event.START;
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          return Event.END;
        }
        case XMLStreamConstants.END_DOCUMENT -> {
          return Event.OVER;
        }
        case XMLStreamConstants.DTD -> throw problem("document types (<!DOCTYPE) are refused");
        case XMLStreamConstants.ENTITY_REFERENCE -> throw problem("entities are refused");
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> append(text);
        default -> {
          // Comments, instructions and blanks say nothing about a graph.
        }
      }
    }
  }

  private void append(@Nullable StringBuilder text) {
    if (text != null) {
      text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    }
  }

  /**
   * The parser tells where an event ends, which is where the next one begins; after a text it has
   * already taken the next tag's bracket.
   */
  private int advance() throws IOException, GraphFormatException {
    Piece end = here();
    boolean bracketTaken = xml.isCharacters() && end.column() > 1;
    position = bracketTaken ? new Piece("", end.line(), end.column() - 1) : end;
    if (!xml.isCharacters()) {
      reader.startPiece(); // texts may come in pieces, which count together
    }
    try {
      return xml.next();
    } catch (XMLStreamException e) {
      throw refusal(e);
    }
  }

  private Piece here() {
    return place(xml.getLocation());
  }

  /** The parser knows no place before the first element, and says so by negative numbers. */
  private static Piece place(@Nullable Location location) {
    return location == null
        ? new Piece("", 1, 1)
        : new Piece(
            "", Math.max(1, location.getLineNumber()), Math.max(1, location.getColumnNumber()));
  }

  private GraphFormatException refusal(XMLStreamException e) throws IOException {
    IOException failure = reader.failure();
    if (failure instanceof TooLongException) {
      return problem(BoundedReader.TOO_LONG);
    }
    if (failure != null) {
      throw failure;
    }
    return new GraphFormatException(source, place(e.getLocation()), "expected XML: " + reason(e));
  }

  /** What the parser says after the place, which it names in its own way. */
  private static String reason(XMLStreamException e) {
    String message = String.valueOf(e.getMessage());
    int start = message.indexOf(MESSAGE);
    String reason = start < 0 ? message : message.substring(start + MESSAGE.length());
    return Values.shown(new Piece(reason.replace('\n', ' '), 1, 1));
  }

  private static boolean isAscii(String encoding) {
    return encoding.equalsIgnoreCase("US-ASCII");
  }

  /** Keeps the parser from collecting something that never ends. */
  private static final class BoundedReader extends FilterReader {

    static final String TOO_LONG = "a tag, text or comment has at most 65,536 characters";

    private int charsInPiece;
    private @Nullable IOException failure;

    BoundedReader(Reader reader) {
      super(reader);
    }

    void startPiece() {
      charsInPiece = 0;
    }

    @Nullable IOException failure() {
      return failure;
    }

    @Override
    public int read() throws IOException {
      char[] one = new char[1];
      return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
      try {
        if (charsInPiece > MAX_CHARS) {
          throw new TooLongException();
        }
        int count = super.read(target, offset, length);
        charsInPiece += Math.max(0, count);
        return count;
      } catch (IOException e) {
        failure = e;
        throw e;
      }
    }
  }

  private static final class TooLongException extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
