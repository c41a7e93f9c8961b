import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.eclipse.rdf4j.query.algebra.evaluation.function.Function;
import org.eclipse.rdf4j.query.algebra.evaluation.function.FunctionRegistry;
import org.eclipse.rdf4j.query.parser.QueryParserRegistry;
import org.eclipse.rdf4j.query.parser.sparql.SPARQLParserFactory;
import org.eclipse.rdf4j.query.resultio.sparqljson.SPARQLResultsJSONWriter;
import org.eclipse.rdf4j.repository.Repository;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.repository.util.RDFInserter;
import org.eclipse.rdf4j.rio.RDFParser;
import org.eclipse.rdf4j.rio.nquads.NQuadsParser;
import org.eclipse.rdf4j.rio.trig.TriGParser;
import org.eclipse.rdf4j.rio.turtle.TurtleParser;
import org.eclipse.rdf4j.sail.memory.MemoryStore;

/** Eclipse RDF4J, asked line by line; the protocol stands in worker.py. */
public class Rdf4jWorker {
    private static final Map<String, Repository> DATASETS = new HashMap<>();

    public static void main(String[] arguments) throws Exception {
        register();
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            System.out.println(answer(line.split("\t")));
            System.out.flush();
        }
    }

    /** The jar that brings RDF4J has lost the lists by which it finds its own parser and functions. */
    private static void register() throws Exception {
        QueryParserRegistry.getInstance().add(new SPARQLParserFactory());
        String folder = Function.class.getPackageName().replace('.', '/') + "/";
        URI jar = Function.class.getProtectionDomain().getCodeSource().getLocation().toURI();
        try (JarFile entries = new JarFile(new File(jar))) {
            for (JarEntry entry : Collections.list(entries.entries())) {
                String name = entry.getName();
                if (name.startsWith(folder) && name.endsWith(".class") && !name.contains("$")) {
                    Class<?> type = Class.forName(name.substring(0, name.length() - 6).replace('/', '.'));
                    if (Function.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers())) {
                        FunctionRegistry.getInstance().add((Function) type.getDeclaredConstructor().newInstance());
                    }
                }
            }
        }
    }

    private static String answer(String[] request) {
        try {
            return "OK\t" + (request[0].equals("LOAD") ? load(request[1], request[2]) : select(request[1], request[2]));
        } catch (Throwable error) {
            return "ERROR\t" + encode(error.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** A file as a repository under a name, whose default graph is all its graphs; how many statements it holds. */
    private static String load(String name, String path) throws Exception {
        Repository repository = new SailRepository(new MemoryStore());
        repository.initialize();
        RDFParser parser = path.endsWith(".trig") ? new TriGParser()
            : path.endsWith(".nq") ? new NQuadsParser() : new TurtleParser();
        try (RepositoryConnection connection = repository.getConnection(); InputStream file = new FileInputStream(path)) {
            connection.begin();
            parser.setRDFHandler(new RDFInserter(connection));
            parser.parse(file, "https://w3id.org/partnership-kg/");
            connection.commit();
            DATASETS.put(name, repository);
            return Long.toString(connection.size());
        }
    }

    private static String select(String name, String query) throws Exception {
        String text = new String(Base64.getDecoder().decode(query), StandardCharsets.UTF_8);
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        try (RepositoryConnection connection = DATASETS.get(name).getConnection()) {
            connection.prepareTupleQuery(text).evaluate(new SPARQLResultsJSONWriter(json));
        }
        return encode(json.toByteArray());
    }

    private static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
