package org.lagroups.node.control.json;

import java.util.function.Function;
import org.lagroups.core.attestation.RobustRule;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Records to JSON and back. */
public final class Json {

  /** The longest JSON text that is read. */
  public static final int MAX_LENGTH = 16 * 1024 * 1024;

  /** How deep objects and arrays may be nested in each other. */
  public static final int MAX_DEPTH = 32;

  private static final int MAX_NAME_LENGTH = 256;
  private static final int MAX_NUMBER_LENGTH = 64;

  /** Up to here each whole number has a {@code double} of its own. */
  private static final double MAX_WHOLE = 1L << 53;

  private static final JsonMapper LENIENT =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxDocumentLength(MAX_LENGTH)
                          .maxNameLength(MAX_NAME_LENGTH)
                          .maxNumberLength(MAX_NUMBER_LENGTH)
                          .build())
                  .build())
          .addModule(idsAsText())
          .addModule(numbers())
          .annotationIntrospector(
              AnnotationIntrospector.pair(new JacksonAnnotationIntrospector(), new RequiredParts()))
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private static final JsonMapper STRICT =
      LENIENT
          .rebuild()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private Json() {}

  /** A record as JSON, on one line. */
  public static String write(Object value) {
    return LENIENT.writeValueAsString(value);
  }

  /** A record as JSON for people to read, on many lines. */
  public static String writePretty(Object value) {
    return LENIENT.writerWithDefaultPrettyPrinter().writeValueAsString(value);
  }

  /** A record as UTF-8 JSON, on one line. */
  public static byte[] writeBytes(Object value) {
    return LENIENT.writeValueAsBytes(value);
  }

  /**
   * Reads what a program of this project wrote. A later version may have added fields: they are
   * skipped.
   *
   * @throws JacksonException if it is not JSON, or not what {@code type} asks for: null among
   *     others, or a record without a component that is not {@code @Nullable}
   */
  public static <T> T read(byte[] json, Class<T> type) {
    return read(LENIENT, json, type);
  }

  /**
   * Reads what a client asks for. A field that is not known is refused, since it says that the
   * client expects something that would not be done.
   *
   * @throws JacksonException if it is not JSON, or not what {@code type} asks for: null among
   *     others, or a record without a component that is not {@code @Nullable}
   */
  public static <T> T readStrict(byte[] json, Class<T> type) {
    return read(STRICT, json, type);
  }

  /**
   * Any JSON as a tree.
   *
   * @throws JacksonException if it is not JSON
   */
  public static JsonNode readTree(byte[] json) {
    return LENIENT.readTree(json);
  }

  private static <T> T read(JsonMapper mapper, byte[] json, Class<T> type) {
    T value;
    try {
      value = mapper.readValue(json, type);
    } catch (InvalidNullException e) {
      throw missing(e);
    }
    if (value == null) {
      throw new StreamReadException("this is null");
    }
    return value;
  }

  /** The same in words for people. */
  private static JacksonException missing(InvalidNullException e) {
    JacksonException missing =
        DatabindException.from(
            (JsonParser) null,
            "\"%s\" is missing, or null".formatted(e.getPropertyName().getSimpleName()));
    e.getPath().reversed().forEach(missing::prependPath);
    return missing;
  }

  private static SimpleModule numbers() {
    SimpleModule module = new SimpleModule("numbers");
    module.addSerializer(Double.class, new WholeNumbers());
    module.addSerializer(double.class, new WholeNumbers());
    return module;
  }

  private static SimpleModule idsAsText() {
    SimpleModule module = new SimpleModule("ids");
    addText(module, NodeId.class, NodeId::parse);
    addText(module, GroupId.class, GroupId::parse);
    addText(module, NodeAddress.class, NodeAddress::parse);
    addText(module, RobustRule.class, RobustRule::parse, RobustRule::text);
    module.addSerializer(new TextSerializer<>(Bytes.class, Bytes::toHex));
    module.addDeserializer(Bytes.class, new TextDeserializer<>(Bytes.class, Bytes::fromHex));
    return module;
  }

  private static <T> void addText(SimpleModule module, Class<T> type, Function<String, T> parse) {
    addText(module, type, parse, Object::toString);
  }

  private static <T> void addText(
      SimpleModule module, Class<T> type, Function<String, T> parse, Function<T, String> format) {
    module.addSerializer(new TextSerializer<>(type, format));
    module.addDeserializer(type, new TextDeserializer<>(type, parse));
  }

  /** Whole numbers without a fraction, others as they are. */
  private static final class WholeNumbers extends StdSerializer<Double> {

    WholeNumbers() {
      super(Double.class);
    }

    @Override
    public void serialize(Double value, JsonGenerator out, SerializationContext context) {
      double number = value;
      boolean isMinusZero = number == 0 && Math.copySign(1, number) < 0;
      if (number == Math.rint(number) && Math.abs(number) <= MAX_WHOLE && !isMinusZero) {
        out.writeNumber((long) number);
      } else {
        out.writeNumber(number);
      }
    }
  }

  private static final class TextSerializer<T> extends StdSerializer<T> {
    private final Function<T, String> format;

    TextSerializer(Class<T> type, Function<T, String> format) {
      super(type);
      this.format = format;
    }

    @Override
    public void serialize(T value, JsonGenerator out, SerializationContext context) {
      out.writeString(format.apply(value));
    }
  }

  private static final class TextDeserializer<T> extends StdDeserializer<T> {
    private final Function<String, T> parse;

    TextDeserializer(Class<T> type, Function<String, T> parse) {
      super(type);
      this.parse = parse;
    }

    @Override
    @SuppressWarnings("NullAway") // The context's handlers answer or throw.
    public T deserialize(JsonParser in, DeserializationContext context) {
      String text = in.getValueAsString();
      if (text == null) {
        return context.reportInputMismatch(this, "a text is expected here");
      }
      try {
        return parse.apply(text);
      } catch (IllegalArgumentException e) {
        return context.reportInputMismatch(this, "%s", e.getMessage());
      }
    }
  }
}
