package org.lagroups.node.control.server;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.lagroups.core.attestation.RobustRule;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;
import org.lagroups.node.control.ApiRoute;
import org.lagroups.node.control.ErrorBody;
import org.lagroups.node.control.api.Health;

/** Describes the control API as OpenAPI 3.1, out of the routes and the records they exchange. */
final class OpenApi {

  private static final Pattern PARAMETER = Pattern.compile("\\{([^}]*)}");

  private final Map<String, Object> schemas = new TreeMap<>();

  private OpenApi() {}

  /** The description, as maps and lists. */
  static Map<String, Object> describe(List<ApiRoute> routes) {
    OpenApi api = new OpenApi();
    Map<String, Map<String, Object>> paths = new TreeMap<>();
    for (ApiRoute route : routes) {
      paths
          .computeIfAbsent(route.path(), path -> new TreeMap<>())
          .put(route.method().lowerCase(), api.operation(route));
    }
    paths.put("/healthz", Map.of("get", api.health()));
    paths.put("/metrics", Map.of("get", text("Counters, for Prometheus.", "text/plain")));
    paths.put("/openapi.json", Map.of("get", text("This description.", "application/json")));
    paths.put(
        "/v1/events",
        Map.of(
            "get",
            text(
                "What changes, as server-sent events. Last-Event-ID resumes after a break.",
                "text/event-stream")));
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("openapi", "3.1.0");
    all.put("info", Map.of("title", "LA-Groups node", "version", "1"));
    all.put("security", List.of(Map.of("token", List.of())));
    all.put("paths", paths);
    api.schema(ErrorBody.class);
    all.put(
        "components",
        Map.of(
            "schemas",
            api.schemas,
            "securitySchemes",
            Map.of("token", Map.of("type", "http", "scheme", "bearer"))));
    return all;
  }

  private Map<String, Object> operation(ApiRoute route) {
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("summary", route.summary());
    List<Object> parameters = new ArrayList<>();
    PARAMETER
        .matcher(route.path())
        .results()
        .forEach(match -> parameters.add(parameter(match.group(1), "path", "", true)));
    route
        .query()
        .forEach(
            query -> parameters.add(parameter(query.name(), "query", query.description(), false)));
    if (!parameters.isEmpty()) {
      operation.put("parameters", parameters);
    }
    Class<?> request = route.requestType();
    if (request != null) {
      operation.put("requestBody", Map.of("required", true, "content", json(schema(request))));
    }
    operation.put("responses", responses(schema(route.responseType())));
    return operation;
  }

  private Map<String, Object> health() {
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("summary", "Whether the node can do its work; needs no token.");
    operation.put("security", List.of());
    operation.put("responses", responses(schema(Health.class)));
    return operation;
  }

  private static Map<String, Object> responses(Map<String, Object> answer) {
    return Map.of(
        "200",
        Map.of("description", "done", "content", json(answer)),
        "default",
        Map.of("description", "refused", "content", json(reference(ErrorBody.class))));
  }

  private static Map<String, Object> text(String summary, String type) {
    return Map.of(
        "summary",
        summary,
        "responses",
        Map.of("200", Map.of("description", "done", "content", Map.of(type, Map.of()))));
  }

  private static Map<String, Object> parameter(
      String name, String in, String description, boolean required) {
    return Map.of(
        "name", name,
        "in", in,
        "description", description,
        "required", required,
        "schema", Map.of("type", "string"));
  }

  private static Map<String, Object> json(Map<String, Object> schema) {
    return Map.of("application/json", Map.of("schema", schema));
  }

  private static Map<String, Object> reference(Class<?> type) {
    return Map.of("$ref", "#/components/schemas/" + type.getSimpleName());
  }

  private Map<String, Object> schema(Type type) {
    return switch (type) {
      case ParameterizedType generic -> ofGeneric(generic);
      case Class<?> plain -> ofClass(plain);
      default -> Map.of();
    };
  }

  private Map<String, Object> ofGeneric(ParameterizedType type) {
    Class<?> raw = (Class<?>) type.getRawType();
    Type[] arguments = type.getActualTypeArguments();
    if (Collection.class.isAssignableFrom(raw)) {
      return Map.of("type", "array", "items", schema(arguments[0]));
    }
    if (Map.class.isAssignableFrom(raw)) {
      return Map.of("type", "object", "additionalProperties", schema(arguments[1]));
    }
    return raw.equals(Optional.class) ? schema(arguments[0]) : Map.of();
  }

  private Map<String, Object> ofClass(Class<?> type) {
    if (type.isRecord() && !type.equals(NodeAddress.class)) {
      return ofRecord(type);
    }
    if (type.isEnum()) {
      return Map.of(
          "type",
          "string",
          "enum",
          Arrays.stream(type.getEnumConstants()).map(Object::toString).toList());
    }
    List<Class<?>> texts =
        List.of(
            String.class,
            NodeId.class,
            GroupId.class,
            NodeAddress.class,
            Bytes.class,
            RobustRule.class);
    if (texts.contains(type)) {
      return Map.of("type", "string");
    }
    if (type.equals(boolean.class) || type.equals(Boolean.class)) {
      return Map.of("type", "boolean");
    }
    if (List.of(double.class, Double.class, float.class).contains(type)) {
      return Map.of("type", "number");
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return Map.of("type", "integer");
    }
    return Map.of();
  }

  private Map<String, Object> ofRecord(Class<?> type) {
    String name = type.getSimpleName();
    if (!schemas.containsKey(name)) {
      schemas.put(name, Map.of()); // a record that contains itself ends here
      Map<String, Object> properties = new LinkedHashMap<>();
      for (RecordComponent component : type.getRecordComponents()) {
        properties.put(component.getName(), schema(component.getGenericType()));
      }
      schemas.put(name, Map.of("type", "object", "properties", properties));
    }
    return reference(type);
  }
}
