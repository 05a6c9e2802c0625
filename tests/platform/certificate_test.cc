// What is said of a server whose certificate nobody vouches for, and of one that speaks no TLS.
#include <gtest/gtest.h>
#include <httplib.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

#include <memory>
#include <thread>

#include "base/text.h"
#include "platform/http.h"
#include "tests/support/canned_server.h"

namespace lab {
namespace {

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;

// Signed by itself.
Certificate MakeCertificate(EVP_PKEY* key) {
  Certificate certificate(X509_new(), X509_free);
  X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -60);
  X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
  X509_set_pubkey(certificate.get(), key);
  X509_NAME* name = X509_get_subject_name(certificate.get());
  X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC,
                             reinterpret_cast<const unsigned char*>("127.0.0.1"), -1, -1, 0);
  X509_set_issuer_name(certificate.get(), name);
  X509_sign(certificate.get(), key, EVP_sha256());
  return certificate;
}

TEST(Certificate, OneThatIsNotToBeTrustedIsSaid) {
  const Key key(EVP_EC_gen("P-256"), EVP_PKEY_free);
  const Certificate certificate = MakeCertificate(key.get());
  httplib::SSLServer server(certificate.get(), key.get());
  ASSERT_TRUE(server.is_valid());
  server.Get("/", [](const httplib::Request&, httplib::Response& answer) {
    answer.set_content("ok", "text/plain");
  });
  const int port = server.bind_to_any_port("127.0.0.1");
  std::thread thread([&] { server.listen_after_bind(); });
  const Result<HttpAnswer> answer = HttpGet(Format("https://127.0.0.1:%d/", port), 5000);
  server.stop();
  thread.join();
  ASSERT_FALSE(answer);
  EXPECT_NE(answer.error().message.find("the server's certificate cannot be trusted (self"),
            std::string::npos)
      << answer.error().message;
}

TEST(Certificate, AServerWithoutTlsIsSaid) {
  CannedServer server({"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"});
  const Result<HttpAnswer> answer = HttpGet("https://" + server.host() + "/", 5000);
  ASSERT_FALSE(answer);
  EXPECT_NE(answer.error().message.find("no encrypted connection could be made"), std::string::npos)
      << answer.error().message;
}

}  // namespace
}  // namespace lab
