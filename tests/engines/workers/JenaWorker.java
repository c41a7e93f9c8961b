import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.RDFDataMgr;

/** Apache Jena, asked line by line; the protocol stands in worker.py. */
public class JenaWorker {
    private static final Map<String, Model> DATASETS = new HashMap<>();

    public static void main(String[] arguments) throws Exception {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            System.out.println(answer(line.split("\t")));
            System.out.flush();
        }
    }

    private static String answer(String[] request) {
        try {
            return "OK\t" + (request[0].equals("LOAD") ? load(request[1], request[2]) : select(request[1], request[2]));
        } catch (Throwable error) {
            return "ERROR\t" + encode(error.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The union of all graphs of a file under a name; how many statements the file holds. */
    private static String load(String name, String path) {
        Dataset dataset = DatasetFactory.create();
        RDFDataMgr.read(dataset, path);
        long count = dataset.getDefaultModel().size();
        Model union = ModelFactory.createDefaultModel().add(dataset.getDefaultModel());
        for (Iterator<Resource> names = dataset.listModelNames(); names.hasNext(); ) {
            Model graph = dataset.getNamedModel(names.next());
            count += graph.size();
            union.add(graph);
        }
        DATASETS.put(name, union);
        return Long.toString(count);
    }

    private static String select(String name, String query) {
        String text = new String(Base64.getDecoder().decode(query), StandardCharsets.UTF_8);
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        try (QueryExecution execution = QueryExecution.create(text, DATASETS.get(name))) {
            ResultSetFormatter.outputAsJSON(json, execution.execSelect());
        }
        return encode(json.toByteArray());
    }

    private static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
