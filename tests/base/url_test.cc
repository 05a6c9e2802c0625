#include "base/url.h"

#include <gtest/gtest.h>

namespace lab {
namespace {

std::string Resolved(const char* base, const char* reference) {
  return UrlText(ResolveUrl(*ParseUrl(base), reference));
}

// The examples of RFC 3986, 5.4.
TEST(Url, ReferencesLeadWhereTheStandardSays) {
  for (const auto& [reference, where] : std::initializer_list<std::pair<const char*, const char*>>{
           {"g:h", "g:h"},
           {"g", "http://a/b/c/g"},
           {"./g", "http://a/b/c/g"},
           {"g/", "http://a/b/c/g/"},
           {"/g", "http://a/g"},
           {"//g", "http://g/"},
           {"?y", "http://a/b/c/d;p?y"},
           {"g?y", "http://a/b/c/g?y"},
           {"#s", "http://a/b/c/d;p?q"},
           {"g#s", "http://a/b/c/g"},
           {"g?y#s", "http://a/b/c/g?y"},
           {";x", "http://a/b/c/;x"},
           {"g;x", "http://a/b/c/g;x"},
           {"", "http://a/b/c/d;p?q"},
           {".", "http://a/b/c/"},
           {"./", "http://a/b/c/"},
           {"..", "http://a/b/"},
           {"../", "http://a/b/"},
           {"../g", "http://a/b/g"},
           {"../..", "http://a/"},
           {"../../g", "http://a/g"},
           {"../../../g", "http://a/g"},
           {"../../../../g", "http://a/g"},
           {"/./g", "http://a/g"},
           {"/../g", "http://a/g"},
           {"g.", "http://a/b/c/g."},
           {".g", "http://a/b/c/.g"},
           {"..g", "http://a/b/c/..g"},
           {"./../g", "http://a/b/g"},
           {"./g/.", "http://a/b/c/g/"},
           {"g/./h", "http://a/b/c/g/h"},
           {"g/../h", "http://a/b/c/h"},
           {"g;x=1/../y", "http://a/b/c/y"},
           {"g?y/../x", "http://a/b/c/g?y/../x"},
           {"HTTP://B:8/x?y", "http://B:8/x?y"},
           {"//other/x", "http://other/x"},
           {"http://b", "http://b/"}}) {
    EXPECT_EQ(Resolved("http://a/b/c/d;p?q", reference), where) << reference;
  }
  EXPECT_EQ(Resolved("https://a", "g"), "https://a/g");
  EXPECT_EQ(Resolved("https://a?q", "?p"), "https://a/?p");
}

TEST(Url, WhatIsNoDownloadIsKnown) {
  const auto fault = [](const char* url) { return FaultOf(*ParseUrl(url)); };
  for (const char* fine : {"http://a/", "https://a:65535", "http://[::1]:80/x?y", "http://[::1]/",
                           "http://a:/x", "http://x/ü"})
    EXPECT_FALSE(fault(fine)) << fine;
  EXPECT_EQ(fault("file:///etc/passwd"), UrlFault::kScheme);
  EXPECT_EQ(fault("http://me:secret@a/"), UrlFault::kUser);
  for (const char* port : {"65536", "0", "99999999999999", "-1", "x"}) {
    const std::string url = std::string("http://a:") + port + "/";
    EXPECT_EQ(fault(url.c_str()), UrlFault::kPort) << port;
    EXPECT_EQ(PortOf(*ParseUrl(url)), port);
  }
  for (const char* nobody : {"http://", "http:///x", "http://:80/", "http:x"})
    EXPECT_EQ(fault(nobody), UrlFault::kNoHost) << nobody;
  EXPECT_EQ(fault("http://a/b c"), UrlFault::kCharacter);
  for (const char* none : {"", "nonsense", "/x", "://a", "1http://a"})
    EXPECT_FALSE(ParseUrl(none)) << none;
}

TEST(Url, NoPasswordIsShown) {
  EXPECT_EQ(WithoutUser("http://me:secret@a/b@c"), "http://a/b@c");
  EXPECT_EQ(WithoutUser("ftp://me:p@ss@a"), "ftp://a");
  EXPECT_EQ(WithoutUser("http://a/b@c"), "http://a/b@c");
  EXPECT_EQ(WithoutUser("nonsense@x"), "nonsense@x");
}

TEST(Url, HasAHostWithoutItsPort) {
  for (const auto& [address, host] :
       {std::pair("http://example.org/x", "example.org"),
        std::pair("https://me:secret@example.org:8080/", "example.org"),
        std::pair("http://[::1]:80/", "[::1]"), std::pair("http://[::1]/", "[::1]"),
        std::pair("http://a:/", "a")}) {
    EXPECT_EQ(HostOf(*ParseUrl(address)), host) << address;
  }
}

}  // namespace
}  // namespace lab
