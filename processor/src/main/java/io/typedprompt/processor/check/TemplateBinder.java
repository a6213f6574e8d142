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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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
  private final NameResolver names;
  private final Set<PartialKey> recursive;
  private final Deque<PartialKey> open = new ArrayDeque<>();
  private final Map<String, Function> functions = new LinkedHashMap<>();

  TemplateBinder(MessageTemplate message, Findings findings, Set<Variable> used) {
    this.message = message;
    this.template = message.template();
    this.findings = findings;
    this.names = new NameResolver(message.where(), findings, used);
    this.recursive = RecursivePartials.of(template);
  }

  /** The rendering of the message; it means nothing if something was found. */
  Rendering bind(List<Variable> parameters) {
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
    Printability.problem(found.value().shape())
        .ifPresent(
            problem ->
                findings.addInTemplate(
                    Problem.NOT_PRINTABLE,
                    message.where(),
                    node.name().span(),
                    node.name().text(),
                    problem.what(),
                    problem.advice()));
    return List.of(new Print(found.value()));
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
    return List.of();
  }

  private List<Step> section(Value value, Node.Section node, Scope scope) {
    if (!Truth.canAsk(value.shape(), node.inverted()) && !isAbout(value.shape(), node)) {
      findings.addInTemplate(
          Problem.BAD_SECTION,
          message.where(),
          node.name().span(),
          node.name().text(),
          Descriptions.withArticle(value.shape()),
          node.inverted() ? "^" : "#",
          node.name().text(),
          Truth.advice(value.shape(), node.name().text(), node.inverted()));
      return List.of();
    }
    if (node.inverted()) {
      return List.of(new Inverted(value, bind(node.body(), scope)));
    }
    Shape context = Truth.context(value.shape());
    Variable variable = new Variable(localName(node), context);
    boolean opensScope = !(context instanceof Shape.BooleanShape) || isSequence(value.shape());
    Scope inner = opensScope ? scope.inside(variable) : scope;
    return List.of(new Section(value, variable, bind(node.body(), inner)));
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
      Variable argument = scope.context().get();
      return List.of(new Call(function(key, body.nodes(), argument, scope), argument));
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

  private Function function(PartialKey key, List<Node> body, Variable argument, Scope scope) {
    String id = key + " " + argument.shape().type();
    Function known = functions.get(id);
    if (known != null) {
      return known;
    }
    String file = key.resource().substring(key.resource().lastIndexOf('/') + 1);
    String name = "render-" + file.replaceFirst("\\.mustache$", "");
    Function function = new Function(name, new Variable(argument.name(), argument.shape()));
    functions.put(id, function);
    function.define(bind(body, scope.onlyInside(function.argument())));
    return function;
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
