package io.typedprompt.processor.check;

import io.typedprompt.processor.diagnostic.Findings;
import io.typedprompt.processor.diagnostic.Problem;
import io.typedprompt.processor.model.MessageTemplate;
import io.typedprompt.processor.model.Rendering;
import io.typedprompt.processor.model.Rendering.Call;
import io.typedprompt.processor.model.Rendering.Function;
import io.typedprompt.processor.model.Rendering.IfKey;
import io.typedprompt.processor.model.Rendering.Inverted;
import io.typedprompt.processor.model.Rendering.Literal;
import io.typedprompt.processor.model.Rendering.Print;
import io.typedprompt.processor.model.Rendering.Section;
import io.typedprompt.processor.model.Rendering.Step;
import io.typedprompt.processor.model.Rendering.Value;
import io.typedprompt.processor.model.Rendering.Variable;
import io.typedprompt.processor.model.Shape;
import io.typedprompt.processor.template.Node;
import io.typedprompt.processor.template.ParsedTemplate;
import io.typedprompt.processor.template.PartialKey;
import io.typedprompt.processor.template.Span;
import io.typedprompt.processor.template.Template;
import io.typedprompt.processor.template.TemplateName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Binds the names of one template to the parameters of its method. */
final class TemplateBinder {
  private final MessageTemplate message;
  private final ParsedTemplate template;
  private final Findings findings;
  private final ParameterUse use;
  private final NameResolver names;
  private final Set<PartialKey> recursive;
  private final Deque<PartialKey> open = new ArrayDeque<>();
  private final Map<String, Function> functions = new LinkedHashMap<>();
  private final Deque<Frame> frames = new ArrayDeque<>();
  private final MediaBinder media;

  /**
   * @param method what messages call the method that the template is bound to
   * @param ownTemplate whether the template is written on that method
   */
  TemplateBinder(
      MessageTemplate message,
      String method,
      boolean ownTemplate,
      Findings findings,
      ParameterUse use) {
    this.message = message;
    this.template = message.template();
    this.findings = findings;
    this.use = use;
    String here = ownTemplate ? "here" : "in " + method;
    this.names = new NameResolver(message.where(), here, findings, use);
    this.recursive = RecursivePartials.of(template);
    this.media = new MediaBinder(message, findings, use);
  }

  /** The rendering of the message; it means nothing if something was found. */
  Rendering bind(List<Variable> parameters) {
    parameters.forEach(media::parameter);
    List<Step> steps = bind(template.root().nodes(), Scope.of(parameters));
    return new Rendering(steps, List.copyOf(functions.values()));
  }

  private List<Step> bind(List<Node> nodes, Scope scope) {
    List<Step> steps = new ArrayList<>();
    for (Node node : nodes) {
      if (node instanceof Node.Text text) {
        steps.add(new Literal(text.text()));
      } else if (node instanceof Node.Variable variable) {
        steps.addAll(print(names.resolve(variable.name(), scope), variable));
      } else if (node instanceof Node.Section section) {
        steps.addAll(section(names.resolve(section.name(), scope), section, scope));
      } else if (node instanceof Node.Partial partial) {
        steps.addAll(partial(partial, scope));
      }
    }
    return steps;
  }

  private List<Step> print(Lookup lookup, Node.Variable node) {
    if (lookup instanceof Lookup.InMap inMap) {
      return List.of(
          new IfKey(
              inMap.map(),
              inMap.key(),
              print(new Lookup.Found(inMap.value()), node),
              print(inMap.otherwise(), node)));
    }
    if (!(lookup instanceof Lookup.Found found)) {
      return List.of();
    }
    if (found.value().shape().media().isPresent()) {
      return media.show(found.value(), node.name());
    }
    Printability.problem(found.value().shape())
        .ifPresent(obstacle -> report(obstacle, node.name()));
    return List.of(new Print(found.value()));
  }

  private void report(Printability.Obstacle obstacle, TemplateName name) {
    if (obstacle.value() instanceof Shape.HiddenShape hidden) {
      hidden(hidden, name);
    } else {
      findings.addInTemplate(
          Problem.NOT_PRINTABLE,
          message.where(),
          name.span(),
          name.text(),
          obstacle.what(),
          advice(obstacle.value()));
    }
  }

  private static String advice(Shape obstacle) {
    if (obstacle instanceof Shape.MediaShape media) {
      return "Make the " + Descriptions.name(media) + " a parameter of the method.";
    }
    return obstacle instanceof Shape.OpaqueShape opaque ? opaque.advice() : "";
  }

  private void hidden(Shape.HiddenShape hidden, TemplateName name) {
    findings.addInTemplate(
        Problem.INACCESSIBLE_TYPE,
        message.where(),
        name.span(),
        Descriptions.name(hidden),
        hidden.problem(),
        hidden.fix());
  }

  private List<Step> section(Lookup lookup, Node.Section node, Scope scope) {
    if (lookup instanceof Lookup.InMap inMap) {
      return List.of(
          new IfKey(
              inMap.map(),
              inMap.key(),
              section(new Lookup.Found(inMap.value()), node, scope),
              section(inMap.otherwise(), node, scope)));
    }
    if (lookup instanceof Lookup.Found found) {
      return section(found.value(), node, scope);
    }
    if (lookup instanceof Lookup.Absent && node.inverted()) {
      return bind(node.body(), scope);
    }
    // An unknown name is reported already; what its body says cannot be judged.
    assumeUsed(node.body(), scope, new HashSet<>());
    return List.of();
  }

  private List<Step> section(Value value, Node.Section node, Scope scope) {
    Shape shape = Truth.unwrap(value.shape());
    if (shape instanceof Shape.HiddenShape hidden) {
      hidden(hidden, node.name());
      assumeUsed(node.body(), scope, new HashSet<>());
      return List.of();
    }
    if (!Truth.canAsk(value.shape(), node.inverted()) && !isAbout(value.shape(), node)) {
      assumeUsed(node.body(), scope, new HashSet<>());
      findings.addInTemplate(
          Problem.BAD_SECTION,
          message.where(),
          node.name().span(),
          node.name().text(),
          Descriptions.withArticle(value.shape()),
          node.inverted() ? "^" : "#",
          node.name().text(),
          Truth.advice(value.shape(), node.inverted()));
      return List.of();
    }
    if (node.inverted()) {
      return List.of(new Inverted(value, bind(node.body(), scope)));
    }
    Shape context = Truth.context(value.shape());
    Variable variable = new Variable(localName(node), context);
    media.inside(value, variable);
    boolean opensScope = !(context instanceof Shape.BooleanShape) || isSequence(value.shape());
    Scope inner = opensScope ? scope.inside(variable) : scope;
    return List.of(new Section(value, variable, bind(node.body(), inner)));
  }

  /** Parameters that are named in a part that is not bound. */
  private void assumeUsed(List<Node> nodes, Scope scope, Set<PartialKey> seen) {
    for (Node node : nodes) {
      if (node instanceof Node.Variable variable) {
        assumeUsed(variable.name(), scope);
      } else if (node instanceof Node.Section section) {
        assumeUsed(section.name(), scope);
        assumeUsed(section.body(), scope, seen);
      } else if (node instanceof Node.Partial partial && seen.add(partial.key())) {
        Template body = template.partials().get(partial.key());
        assumeUsed(body == null ? List.of() : body.nodes(), scope, seen);
      }
    }
  }

  private void assumeUsed(TemplateName name, Scope scope) {
    if (!name.isImplicitIterator()) {
      scope.parameter(name.segments().get(0).text()).ifPresent(p -> use.use(p.name()));
    }
  }

  /** Whether a section asks nothing, but only says what {@code {{.}}} is. */
  private static boolean isAbout(Shape shape, Node.Section node) {
    return !node.inverted()
        && Truth.isScalar(shape)
        && node.body().stream()
            .anyMatch(n -> n instanceof Node.Variable v && v.name().isImplicitIterator());
  }

  private static boolean isSequence(Shape shape) {
    return Truth.unwrap(shape) instanceof Shape.SequenceShape;
  }

  /** What the local variable of a section is called: the last part of its name. */
  private static String localName(Node.Section node) {
    if (node.name().isImplicitIterator()) {
      return "item";
    }
    var segments = node.name().segments();
    return segments.get(segments.size() - 1).text();
  }

  private List<Step> partial(Node.Partial node, Scope scope) {
    PartialKey key = node.key();
    var body = template.partials().get(key);
    if (body == null) {
      return List.of();
    }
    if (recursive.contains(key) && scope.context().isPresent()) {
      return call(node, key, body.nodes(), scope);
    }
    if (open.contains(key)) {
      endless(node.tag(), key);
      return List.of();
    }
    open.push(key);
    List<Step> steps = bind(body.nodes(), scope);
    open.pop();
    return steps;
  }

  /**
   * A function that is being defined.
   *
   * @param origin the values that the sections stand on, where it was first called with them
   */
  private record Frame(PartialKey key, List<Variable> arguments, List<Variable> origin) {}

  private List<Step> call(Node.Partial node, PartialKey key, List<Node> body, Scope scope) {
    List<Variable> arguments = scope.contexts();
    Frame caller = frames.peek();
    boolean isUnchanged = caller != null && caller.arguments().equals(arguments);
    List<Variable> origin = isUnchanged ? caller.origin() : arguments;
    if (frames.stream().anyMatch(f -> f.key().equals(key) && f.origin().equals(origin))) {
      endless(node.tag(), key);
      return List.of();
    }
    return List.of(new Call(function(key, body, arguments, origin, scope), arguments));
  }

  private Function function(
      PartialKey key,
      List<Node> body,
      List<Variable> arguments,
      List<Variable> origin,
      Scope scope) {
    String id = key + " " + arguments.stream().map(TemplateBinder::signature).toList();
    Function known = functions.get(id);
    if (known != null) {
      return known;
    }
    String file = key.resource().substring(key.resource().lastIndexOf('/') + 1);
    String name = "render-" + file.replaceFirst("\\.mustache$", "");
    List<Variable> own = arguments.stream().map(a -> new Variable(a.name(), a.shape())).toList();
    for (int i = 0; i < own.size(); i++) {
      media.inside(new Value(arguments.get(i), List.of()), own.get(i));
    }
    Function function = new Function(name, own);
    functions.put(id, function);
    frames.push(new Frame(key, own, origin));
    function.define(bind(body, scope.onlyInside(own)));
    frames.pop();
    return function;
  }

  private static String signature(Variable value) {
    return value.shape().type() + (value.shape().mayBeAbsent() ? "?" : "");
  }

  private void endless(Span tag, PartialKey key) {
    findings.addInTemplate(
        Problem.RECURSIVE_PARTIAL,
        message.where(),
        tag,
        "The partial '"
            + key.resource()
            + "' includes itself without end. Put the tag into a section over what is smaller each"
            + " time.");
  }

  /** The partials that include themselves, directly or through others. */
  private static final class RecursivePartials {
    static Set<PartialKey> of(ParsedTemplate template) {
      Set<PartialKey> recursive = new LinkedHashSet<>();
      for (PartialKey key : template.partials().keySet()) {
        Set<PartialKey> reached = new LinkedHashSet<>();
        Deque<PartialKey> queue = new ArrayDeque<>(List.of(key));
        while (!queue.isEmpty()) {
          var next = template.partials().get(queue.remove());
          if (next != null) {
            includes(next.nodes())
                .forEach(
                    included -> {
                      if (reached.add(included)) {
                        queue.add(included);
                      }
                    });
          }
        }
        if (reached.contains(key)) {
          recursive.add(key);
        }
      }
      return recursive;
    }

    private static List<PartialKey> includes(List<Node> nodes) {
      List<PartialKey> keys = new ArrayList<>();
      for (Node node : nodes) {
        if (node instanceof Node.Partial partial) {
          keys.add(partial.key());
        } else if (node instanceof Node.Section section) {
          keys.addAll(includes(section.body()));
        }
      }
      return keys;
    }
  }
}
