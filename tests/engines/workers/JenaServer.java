import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.DynamicDatasets;
import org.apache.jena.update.UpdateExecutionFactory;
import org.apache.jena.update.UpdateFactory;

/**
 * Jena's engine behind the SPARQL protocols, at the addresses that Fuseki has: /ds/query, /ds/update and /ds/data. It
 * stands in for Fuseki, which no registry carries.
 */
public class JenaServer {
    private static final Dataset DATASET = DatasetFactory.createTxnMem();

    public static void main(String[] arguments) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", Integer.parseInt(arguments[0])), 64);
        server.createContext("/", JenaServer::answer);
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.start();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int status;
        try {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Map<String, List<String>> fields = fields(exchange.getRequestURI().getRawQuery());
            String kind = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
            if (kind.startsWith("application/x-www-form-urlencoded")) {
                fields.putAll(fields(new String(body, StandardCharsets.US_ASCII)));
            }
            status = handle(exchange, fields, kind, body, out);
        } catch (QueryParseException error) {
            out.writeBytes(String.valueOf(error.getMessage()).getBytes(StandardCharsets.UTF_8));
            status = 400;
        } catch (Throwable error) {
            out.writeBytes(error.toString().getBytes(StandardCharsets.UTF_8));
            status = 500;
        }
        exchange.sendResponseHeaders(status, out.size() == 0 ? -1 : out.size());
        if (out.size() > 0) {
            exchange.getResponseBody().write(out.toByteArray());
        }
        exchange.close();
    }

    private static int handle(
            HttpExchange exchange, Map<String, List<String>> fields, String kind, byte[] body, ByteArrayOutputStream out) {
        String path = exchange.getRequestURI().getPath();
        boolean reads = path.equals("/ds/query");
        DATASET.begin(reads ? ReadWrite.READ : ReadWrite.WRITE);
        try {
            int status = 404;
            if (reads) {
                String text = fields.containsKey("query") ? fields.get("query").get(0) : new String(body, StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", query(text, fields, out));
                status = 200;
            } else if (path.equals("/ds/update")) {
                String text = fields.containsKey("update") ? fields.get("update").get(0) : new String(body, StandardCharsets.UTF_8);
                UpdateExecutionFactory.create(UpdateFactory.create(text), DATASET).execute();
                status = 204;
            } else if (path.equals("/ds/data")) {
                status = graphs(exchange.getRequestMethod(), fields, kind, body);
            }
            if (!reads) {
                DATASET.commit();
            }
            return status;
        } finally {
            DATASET.end();
        }
    }

    /** Writes the answer to a query, as JSON or N-Triples, and says what it is. */
    private static String query(String text, Map<String, List<String>> fields, ByteArrayOutputStream out) {
        Query query = QueryFactory.create(text);
        DatasetDescription about = DatasetDescription.create(
                fields.getOrDefault("default-graph-uri", List.of()), fields.getOrDefault("named-graph-uri", List.of()));
        Dataset asked = about.isEmpty() ? DATASET : DynamicDatasets.dynamicDataset(about, DATASET, false);
        try (QueryExecution execution = QueryExecution.create(query, asked)) {
            if (query.isSelectType()) {
                ResultSetFormatter.outputAsJSON(out, execution.execSelect());
            } else if (query.isAskType()) {
                ResultSetFormatter.outputAsJSON(out, execution.execAsk());
            } else {
                Model model = query.isConstructType() ? execution.execConstruct() : execution.execDescribe();
                RDFDataMgr.write(out, model, Lang.NTRIPLES);
                return "application/n-triples";
            }
        }
        return "application/sparql-results+json";
    }

    /** The graph store protocol, as far as it writes: a graph is replaced, added to, or removed. */
    private static int graphs(String method, Map<String, List<String>> fields, String kind, byte[] body) {
        if (!fields.containsKey("graph")) {
            RDFDataMgr.read(DATASET, new ByteArrayInputStream(body), Lang.TRIG);
            return 204;
        }
        String name = fields.get("graph").get(0);
        if (method.equals("PUT") || method.equals("DELETE")) {
            DATASET.removeNamedModel(name);
        }
        if (method.equals("PUT") || method.equals("POST")) {
            Lang language = kind.startsWith("text/turtle") ? Lang.TURTLE : Lang.NTRIPLES;
            RDFDataMgr.read(DATASET.getNamedModel(name), new ByteArrayInputStream(body), language);
        }
        return 204;
    }

    private static Map<String, List<String>> fields(String encoded) {
        Map<String, List<String>> fields = new TreeMap<>();
        for (String pair : encoded == null || encoded.isEmpty() ? new String[0] : encoded.split("&")) {
            String[] parts = pair.split("=", 2);
            String value = URLDecoder.decode(parts.length > 1 ? parts[1] : "", StandardCharsets.UTF_8);
            fields.computeIfAbsent(URLDecoder.decode(parts[0], StandardCharsets.UTF_8), key -> new ArrayList<>()).add(value);
        }
        return fields;
    }
}
