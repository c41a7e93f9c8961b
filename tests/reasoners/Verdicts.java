import java.io.File;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.formats.OWLXMLDocumentFormat;
import org.semanticweb.owlapi.io.FileDocumentSource;
import org.semanticweb.owlapi.model.*;
import org.semanticweb.owlapi.profiles.OWLProfileReport;
import org.semanticweb.owlapi.profiles.Profiles;
import org.semanticweb.owlapi.reasoner.InferenceType;
import org.semanticweb.owlapi.reasoner.OWLReasoner;
import org.semanticweb.owlapi.reasoner.OWLReasonerFactory;

/**
 * What the OWL API and the reasoners beside it say of some files taken as one ontology.
 *
 * Verdicts profiles FILE...            in DL true|false, in RL true|false, and a line for each violation
 * Verdicts reason REASONER FILE...     consistent true|false, each unsatisfiable class, types and relations of individuals
 * Verdicts owlxml OUT FILE...          nothing; the files as one in OWL/XML, for reasoners that read no Turtle
 *
 * Each line is a few words parted by tabs. Imports are not followed: the files that are meant are all named.
 */
public class Verdicts {
  private static final PrintStream OUT = new PrintStream(System.out, true, java.nio.charset.StandardCharsets.UTF_8);

  public static void main(String[] arguments) throws Exception {
    boolean plain = arguments[0].equals("profiles");
    OWLOntology ontology = read(List.of(arguments).subList(plain ? 1 : 2, arguments.length));
    switch (arguments[0]) {
      case "profiles" -> profiles(ontology);
      case "reason" -> reason(arguments[1], ontology);
      case "owlxml" -> ontology.getOWLOntologyManager().saveOntology(
          ontology, new OWLXMLDocumentFormat(), IRI.create(new File(arguments[1])));
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  private static OWLOntology read(List<String> files) throws OWLOntologyCreationException {
    OWLOntologyLoaderConfiguration settings = new OWLOntologyLoaderConfiguration()
        .setMissingImportHandlingStrategy(MissingImportHandlingStrategy.SILENT)
        .setFollowRedirects(false);
    // In one document, so that what one file declares is known where another uses it.
    OWLOntologyManager manager = OWLManager.createOWLOntologyManager();
    manager.setOntologyLoaderConfiguration(settings);
    manager.getIRIMappers().add((OWLOntologyIRIMapper) iri -> IRI.create("file:///nowhere/" + Math.abs(iri.hashCode())));
    return manager.loadOntologyFromOntologyDocument(new FileDocumentSource(new File(files.get(0))), settings);
  }

  private static void profiles(OWLOntology ontology) {
    for (Profiles profile : new Profiles[] {Profiles.OWL2_DL, Profiles.OWL2_RL}) {
      OWLProfileReport report = profile.checkOntology(ontology);
      String name = profile == Profiles.OWL2_DL ? "DL" : "RL";
      line("in", name, report.isInProfile());
      report.getViolations().forEach(found -> line("violation", name, found.toString().replaceAll("\\s+", " ")));
    }
  }

  private static void reason(String name, OWLOntology ontology) throws Exception {
    OWLReasoner reasoner = factory(name).createReasoner(ontology);
    line("consistent", reasoner.isConsistent());
    if (!reasoner.isConsistent()) {
      return;
    }
    reasoner.precomputeInferences(InferenceType.CLASS_HIERARCHY, InferenceType.CLASS_ASSERTIONS);
    reasoner.unsatisfiableClasses().forEach(found -> line("unsatisfiable", found.getIRI()));
    List<OWLNamedIndividual> individuals = new ArrayList<>();
    ontology.individualsInSignature().sorted().forEach(individuals::add);
    List<OWLObjectProperty> properties = new ArrayList<>();
    ontology.objectPropertiesInSignature().sorted().forEach(properties::add);
    for (OWLNamedIndividual individual : individuals) {
      types(reasoner, individual).forEach(type -> line("type", individual.getIRI(), type.getIRI()));
      for (OWLObjectProperty property : properties) {
        reasoner.objectPropertyValues(individual, property)
            .forEach(value -> line("related", individual.getIRI(), property.getIRI(), value.getIRI()));
      }
    }
  }

  private static Stream<OWLClass> types(OWLReasoner reasoner, OWLNamedIndividual individual) {
    return reasoner.types(individual, false).filter(type -> !type.isOWLThing());
  }

  private static OWLReasonerFactory factory(String name) throws Exception {
    return switch (name) {
      case "HermiT" -> new org.semanticweb.HermiT.ReasonerFactory();
      case "Openllet" -> openllet.owlapi.OpenlletReasonerFactory.getInstance();
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static void line(Object... words) {
    OUT.println(String.join("\t", Stream.of(words).map(String::valueOf).toList()));
  }
}
