package dev.tocsin.dashboard;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import javax.tools.ToolProvider;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;

/**
 * Words in Java that a person could read: every literal with two words or a capital in front, and any word at a place that
 * is shown. Not what operators read (logs, exceptions), and not what machines do (headers, patterns, annotations).
 */
class JavaWords extends TreePathScanner<Void, List<String>> {
    /** Calls that show one of their arguments, and which. */
    private static final Map<String, Integer> SHOWN = Map.of(
            "good",
            0,
            "warn",
            0,
            "bad",
            0,
            "titled",
            0,
            "Tab",
            0,
            "Group",
            0,
            "refuse",
            1,
            "Option",
            1,
            "FieldError",
            1);

    private static final Pattern NOT_SHOWN = Pattern.compile(
            "(debug|info|warn|error)f|\\w*Exception|super|compile|ofPattern|\\w*[hH]eader\\w*|type|ChallengeData|regionMatches");

    /** Names of headers and algorithms, and the languages of feeds, files, checks and styles. */
    private static final Pattern OPAQUE = Pattern.compile(
            "Bearer |Set-Cookie|HmacSHA256|Etc/|SystemV/|seg |who |\\w+\\[]|(attachment|inline); filename=.*|Param limit of "
                    + "|<.*|\\{.*|DNS|SMS|[\\w /]*node_.*|((degraded: )?value [<>=]+ [\\d.]+%?\\s?)+",
            Pattern.DOTALL);

    private static final Pattern READS = Pattern.compile(
            "\\p{Lu}-?\\p{Ll}.*|.*\\p{L}{2}\\S*\\s+\\S.*|\\s.*\\p{L}{2}.*|.*\\p{L}{2}.*\\s", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile(".*\\p{L}{2}.*", Pattern.DOTALL);
    private static final Pattern PLACE = Pattern.compile("%[,.\\d]*[a-z]|%%");

    static List<String> in(Collection<Path> sources) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var found = new ArrayList<String>();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var units = files.getJavaFileObjectsFromPaths(sources);
            var task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null, units);
            for (var unit : task.parse()) new JavaWords().scan(unit, found);
        }
        return found;
    }

    @Override
    public Void visitAnnotation(AnnotationTree annotation, List<String> found) {
        return null;
    }

    @Override
    public Void visitLiteral(LiteralTree literal, List<String> found) {
        var unit = getCurrentPath().getCompilationUnit();
        if (literal.getValue() instanceof String text
                && isShown(PLACE.matcher(text).replaceAll("x")))
            found.add(Path.of(unit.getSourceFile().getName()).getFileName() + ": " + text);
        return null;
    }

    private boolean isShown(String text) {
        if (!WORD.matcher(text).matches() || OPAQUE.matcher(text).matches()) return false;
        var shown = READS.matcher(text).matches();
        var direct = true;
        Tree inside = getCurrentPath().getLeaf();
        for (var path = getCurrentPath().getParentPath(); path != null; path = path.getParentPath()) {
            var around = path.getLeaf();
            if (around instanceof LambdaExpressionTree || around instanceof StatementTree) break;
            var arguments = arguments(around);
            var place = arguments.indexOf(inside);
            if (place >= 0) {
                var name = name(around);
                if (NOT_SHOWN.matcher(name).matches()) return false;
                shown = shown || direct && SHOWN.getOrDefault(name, -1) == place;
            }
            direct = direct && arguments.isEmpty();
            inside = around;
        }
        return shown;
    }

    private static List<? extends ExpressionTree> arguments(Tree call) {
        return switch (call) {
            case MethodInvocationTree method -> method.getArguments();
            case NewClassTree made -> made.getArguments();
            default -> List.of();
        };
    }

    /** The simple name of the method or class that is called. */
    private static String name(Tree call) {
        var name = call instanceof NewClassTree made
                ? made.getIdentifier()
                : ((MethodInvocationTree) call).getMethodSelect();
        return name.toString().replaceFirst(".*\\.", "");
    }
}
